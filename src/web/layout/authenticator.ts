import { encode } from 'uqr'

/** What an authenticator app is to be given, as the API has it. */
export interface AuthenticatorData {
  readonly secret: string
  readonly uri: string
}

/** The same as people take it: a picture for the camera, and a key in groups for typing. */
export interface AuthenticatorShown {
  readonly picture: QrPicture
  readonly groups: string
  readonly uri: string
}

/** A QR code as one path of squares, without a style of its own: the content policy would not let it have one. */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

export function authenticatorShown({ secret, uri }: AuthenticatorData): AuthenticatorShown {
  return { picture: qrPicture(uri), groups: secret.match(/.{1,4}/g)?.join(' ') ?? '', uri }
}

/** A text as a QR code with the quiet border that cameras need. */
export function qrPicture(text: string): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}

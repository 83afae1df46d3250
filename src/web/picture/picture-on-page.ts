import { addressOf, type Switches } from '../crowd-out/switches.js'
import { pictureSizes, type PictureSize } from './picture.draw.js'
import { pictureInWords, type PictureMonth, pictureTable } from './picture.view.js'

/** A picture as pages show it: where it is drawn, what it says, and the same figures as a table. */
export interface PictureOnPage {
  readonly alt: string
  readonly src: string
  readonly width: number
  readonly height: number
  readonly narrow: { readonly src: string; readonly width: number; readonly height: number }
  readonly table: ReturnType<typeof pictureTable>
}

/** Whose months they are, and how large they are shown. */
export interface Shown {
  readonly networkCode: string
  /** "Your", "The network manager’s". */
  readonly whose: string
  readonly size: PictureSize
  /** One scale for pictures side by side. */
  readonly tallestHours?: number
}

export function pictureOnPage(months: readonly PictureMonth[], switches: Switches, shown: Shown): PictureOnPage {
  const { networkCode, whose, size, tallestHours } = shown
  const at = (one: PictureSize) => {
    const { width, height } = pictureSizes[one]
    const more = { size: one, ...(tallestHours !== undefined && { tallest: tallestHours }) }
    return { src: addressOf(`/picture/${encodeURIComponent(networkCode)}`, switches, more), width, height }
  }
  return { alt: pictureInWords(months, whose), ...at(size), narrow: at('narrow'), table: pictureTable(months) }
}

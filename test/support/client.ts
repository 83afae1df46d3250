/** What GraphQL answered. */
export interface Answer {
  readonly status: number
  readonly data: Record<string, unknown> | null
  readonly errors: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions: Record<string, unknown>
  }[]
}

/** Somebody who talks to the server over HTTP. */
export class Client {
  constructor(
    readonly url: string,
    readonly token?: string,
    readonly personId?: string,
    /** A browser's, instead of a token. */
    readonly cookie?: string,
  ) {}

  /** Sends an operation and returns all of the answer. */
  async send(query: string, variables: object = {}): Promise<Answer> {
    const response = await this.post(JSON.stringify({ query, variables }))
    const body = (await response.json()) as { data?: Record<string, unknown>; errors?: Answer['errors'] }
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] }
  }

  /** Sends any body to /graphql. */
  post(body: string): Promise<Response> {
    return fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...this.authorization }, body })
  }

  /** Sends files by the file route. */
  upload({
    organisationCode,
    files,
    noPatientIdentifiable = false,
  }: {
    organisationCode?: string
    noPatientIdentifiable?: boolean
    files: readonly { name: string; content: string | Buffer }[]
  }): Promise<Response> {
    const form = new FormData()
    if (organisationCode !== undefined) form.append('organisationCode', organisationCode)
    if (noPatientIdentifiable) form.append('noPatientIdentifiable', 'true')
    for (const { name, content } of files) form.append('files', new Blob([new Uint8Array(Buffer.from(content))]), name)
    return fetch(`${this.url}/files`, { method: 'POST', headers: this.authorization, body: form })
  }

  /** Fetches by the file route or any other. */
  get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: this.authorization })
  }

  get authorization(): Record<string, string> {
    if (this.cookie) return { cookie: this.cookie, origin: this.url }
    return this.token ? { authorization: `Bearer ${this.token}` } : {}
  }

  /** The data of an operation that must succeed. */
  async query<T = Record<string, any>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.send(query, variables)
    if (errors.length > 0 || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`)
    return data as T
  }

  /** The one result of a mutation that must not be an error (it may be a refusal). */
  async mutate<T = Record<string, any>>(mutation: string, input: object): Promise<T> {
    const data = await this.query(mutation, { input })
    return Object.values(data)[0] as T
  }

  /** The code of the one error an operation must end in. */
  async codeOf(query: string, variables: object = {}): Promise<unknown> {
    const { errors } = await this.send(query, variables)
    if (errors.length !== 1) throw new Error(`Expected one error, found ${JSON.stringify(errors)}`)
    return errors[0]?.extensions['code']
  }
}

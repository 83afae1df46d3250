import { type Response } from 'express'

/** Has what follows kept as a file. Its name is ours: letters, digits and dashes. */
export function attach(response: Response, type: string, name: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
}

/** The same for a table. It begins with the mark by which spreadsheets take a text for UTF-8. */
export function attachCsv(response: Response, name: string): void {
  attach(response, 'text/csv', name)
  response.write('\uFEFF')
}

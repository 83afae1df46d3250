import { GraphQLSchemaHost } from '@nestjs/graphql'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { concatAST, parse, validate } from 'graphql'
import fs from 'node:fs'
import path from 'node:path'
import { startApp, type TestApp } from '../support/app.js'

const FOLDER = 'src/web'
const files = fs.readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.page.graphql'))

describe('operations of pages', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('fit the schema, all together: no two share a name and no fragment is left over', () => {
    const documents = files.map((file) => parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')))
    expect(documents.length).toBeGreaterThan(10)
    expect(validate(test.app.get(GraphQLSchemaHost).schema, concatAST(documents)).map(({ message }) => message)).toEqual([])
  })
})

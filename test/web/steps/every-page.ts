import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { type TestApp } from '../../support/app.js'
import { startBrowser, Visitor } from '../../support/browser.js'
import { startDemonstration } from '../../support/demonstration.js'
import { catalogue } from './catalogue.js'
import { commissioner } from './commissioner.js'
import { director, newDirector } from './director.js'
import { manager, managerNowAndThen } from './manager.js'
import { nobody } from './nobody.js'
import { operator, others } from './others.js'
import { everybody, nextCommissioner, people, several } from './people.js'
import { practice } from './practice.js'
import { priorities } from './priorities.js'
import { committee, requests } from './requests.js'
import { type Walk } from './step.js'
import { rating, starting, time } from './time.js'

const walks: readonly Walk[] = [
  nobody,
  manager,
  managerNowAndThen,
  director,
  newDirector,
  practice,
  commissioner,
  others,
  operator,
  requests,
  committee,
  catalogue,
  ...[priorities, time, rating, starting],
  ...[people, everybody, nextCommissioner, several],
]

/** Walks through every page, in a window of a size. A file of its own for each size: they run beside each other. */
export function everyPage(where: string, viewport: { readonly width: number; readonly height: number }): void {
  describe(`every page ${where}`, () => {
    let test: TestApp
    let browser: Browser
    beforeAll(async () => {
      test = await startDemonstration()
      browser = await startBrowser()
    }, 240_000)
    afterAll(async () => {
      await browser?.close()
      await test?.close()
    })

    it.each(walks)('as %s: is open to everybody, fits, and asks nobody else for anything', async (person, steps) => {
      const visitor = await Visitor.arrive(browser, test, { viewport })
      if (person !== 'nobody') await visitor.signInAs(person)
      for (const { name, go, isWrong = false, isNobodys = false } of steps) {
        await go(visitor)
        await visitor.page.waitForLoadState('load')
        await visitor.look(name)
        const found = {
          violations: await visitor.violations(),
          overflow: await visitor.overflow(),
          isWrong: (await visitor.problems()).length > 0,
        }
        expect([name, found]).toEqual([name, { violations: [], overflow: 0, isWrong }])
        if (isWrong) {
          expect(await visitor.page.title()).toMatch(/^Error: /)
          expect([name, await visitor.focused()]).toEqual([name, expect.stringContaining('nhsuk-error-summary')])
          await leadsToItsField(visitor)
        }
        if (person !== 'nobody' && !isNobodys) expect(await visitor.page.locator('.hr-invented').count()).toBe(1)
      }
      expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
      await visitor.leave()
    })
  })
}

/** Each entry of the error summary leads to something that is there. */
async function leadsToItsField(visitor: Visitor): Promise<void> {
  const links = await visitor.page.locator('.nhsuk-error-summary a').all()
  const targets = await Promise.all(links.map((link) => link.getAttribute('href')))
  const found = await Promise.all(targets.map((href) => visitor.page.locator(`[id="${href?.slice(1)}"]`).count()))
  expect([targets, found]).toEqual([targets, targets.map(() => 1)])
}

import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Glossary } from '../layout/glossary.js'
import { Pages } from '../layout/pages.js'
import { anchorOf } from '../layout/terms.js'

/** Every word used here, with what it means. */
@Controller('glossary')
export class GlossaryPage {
  constructor(
    private readonly pages: Pages,
    private readonly glossary: Glossary,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const terms = [...(await this.glossary.terms(request)).values()]
    const letters = [...new Set(terms.map(({ term }) => term.charAt(0)))]
    await this.pages.send(request, response, visit, 'glossary/glossary.page.njk', {
      title: 'Words we use',
      letters: letters.map((letter) => ({
        letter,
        terms: terms.filter(({ term }) => term.startsWith(letter)).map((one) => ({ ...one, id: anchorOf(one.term) })),
      })),
      breadcrumbs: [{ text: 'Home', href: '/' }],
    })
  }
}

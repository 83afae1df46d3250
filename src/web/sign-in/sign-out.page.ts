import { Controller, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { requireSameOrigin } from '../../platform/web/same-origin.js'
import { SignInDoor } from '../../platform/web/sign-in-door.js'
import { Frameless } from '../layout/frameless.js'

/** Where somebody leaves: here, and at the provider where they signed in there. */
@Controller('sign-out')
export class SignOutPage {
  constructor(
    private readonly door: SignInDoor,
    private readonly frameless: Frameless,
  ) {}

  @Post()
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request)
    const address = await this.door.leave(request, response)
    if (address === null) return response.redirect(303, '/sign-in')
    await this.frameless.sendOn(request, response, { title: 'Signing out', address })
  }
}

import { type InvitationEntity } from './invitation.entity.js'

/** Knows whether whoever made a one-time link may still let people in by it. `people/` implements it. */
export abstract class LinkMaker {
  abstract mayStill(link: InvitationEntity): Promise<boolean>
}

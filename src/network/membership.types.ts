import { Field, ObjectType } from '@nestjs/graphql'
import { Network } from './network.types.js'

@ObjectType({ description: 'The network, practice, ICB or LMC somebody belongs to.' })
export class MembershipOrganisation {
  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Whether it was invented for demonstration. Every page and export has to say so.' })
  invented!: boolean

  @Field(() => [Network], { description: 'The network itself, or the networks a practice is in today; none for an ICB or LMC.' })
  networks!: Network[]
}

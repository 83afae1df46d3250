import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql'
import { roles } from './domain/permission.js'

/** GraphQL enum names of roles: `NETWORK_MANAGER` for `network-manager`. */
export const RoleName = Object.fromEntries(roles.map((role) => [role.toUpperCase().replaceAll('-', '_'), role]))
registerEnumType(RoleName, { name: 'Role', description: 'What somebody can be in an organisation.' })

@ObjectType({ description: 'Somebody who uses Headroom.' })
export class Person {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Field(() => Boolean, { description: 'Whether they were invented for the demonstration.' })
  invented!: boolean
}

@ObjectType({ description: 'What somebody is in an organisation.' })
export class OrganisationMembership {
  @Field(() => RoleName)
  role!: string

  @Field(() => String, { description: 'ODS code of the network, practice or ICB.' })
  organisationCode!: string
}

@ObjectType({ description: 'Who is calling.' })
export class Viewer {
  @Field(() => Person)
  person!: Person

  @Field(() => [OrganisationMembership], {
    description:
      'What they are today, as far as it counts here: all of it, unless they act as one thing or a token is for fewer organisations.',
  })
  memberships!: OrganisationMembership[]
}

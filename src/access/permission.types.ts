import { Field, ObjectType, registerEnumType } from '@nestjs/graphql'
import { RoleName } from './access.types.js'
import { permissionMeanings } from './domain/permission-meaning.js'
import { permissionNames, type PermissionName, type Reach } from './domain/permission.js'

/** GraphQL's name of a permission: `EVIDENCE_RECORD` for `evidence.record`. */
export function enumNameOf(permission: PermissionName): string {
  return permission
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll('.', '_')
    .toUpperCase()
}

export const PermissionEnum = Object.fromEntries(permissionNames.map((name) => [enumNameOf(name), name]))
registerEnumType(PermissionEnum, {
  name: 'Permission',
  description: 'What somebody, or a token of theirs, may do.',
  valuesMap: Object.fromEntries(
    permissionNames.map((name) => {
      const { group, what, note } = permissionMeanings[name]
      return [enumNameOf(name), { description: `${group}: ${what}.${note ? ` ${note}` : ''}` }]
    }),
  ),
})

const ReachEnum = { OWN: 'own', NETWORK: 'network', OVERSEEN: 'overseen', ENGLAND: 'england' } as const satisfies Record<string, Reach>
registerEnumType(ReachEnum, {
  name: 'Reach',
  description: 'Which organisations a role reaches with a permission.',
  valuesMap: {
    OWN: { description: 'Its own organisation; an LMC the networks it covers.' },
    NETWORK: { description: 'The networks its practice is in.' },
    OVERSEEN: { description: 'Its ICB, and the networks that ICB commissions.' },
    ENGLAND: { description: 'Every organisation.' },
  },
})

@ObjectType({ description: 'Who holds a permission, and how far.' })
export class PermissionGrant {
  @Field(() => RoleName)
  role!: string

  @Field(() => ReachEnum)
  reach!: string
}

@ObjectType({ description: 'One row of the permission table, which answers every question of who may see and do what.' })
export class PermissionRule {
  @Field(() => PermissionEnum)
  permission!: string

  @Field(() => String, { description: 'Its heading, such as “Record and declare”.' })
  group!: string

  @Field(() => String, { description: 'What is read, or what is done, in words.' })
  what!: string

  @Field(() => String, { nullable: true, description: 'What is not said by who holds it and where.' })
  note!: string | null

  @Field(() => [PermissionGrant], { description: 'Who holds it. Nobody else does.' })
  grants!: PermissionGrant[]
}

import { type permissions } from './domain/permission.js'

type Declared = typeof permissions

declare module '../platform/graphql/allow.js' {
  // The permission table's names are what `@Allow` accepts.
  interface PermissionTable extends Declared {}
}

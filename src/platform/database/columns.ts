import { type TableColumnOptions } from 'typeorm'

type Options = Partial<TableColumnOptions>

/** Column makers for migrations, in the types SQLite and PostgreSQL share. */
export const id = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'varchar', length: '36', ...options })
export const code = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'varchar', length: '9', ...options })
export const word = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'varchar', length: '64', ...options })
export const day = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'varchar', length: '10', ...options })
export const instant = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'varchar', length: '24', ...options })
export const text = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'text', ...options })
export const whole = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'integer', ...options })
export const flag = (name: string, options: Options = {}): TableColumnOptions => ({ name, type: 'boolean', ...options })

export const nullable = { isNullable: true } as const
export const primary = { isPrimary: true } as const

/** A foreign key to a table's one-column key. */
export const references = (column: string, table: string, key = 'id') => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: [key],
})

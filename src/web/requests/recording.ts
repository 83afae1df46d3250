import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { type Day } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type Committee, type StaffGroup } from './request.data.js'
import { commonGroups } from './request-words.js'

const Choices = operation(import.meta.url, 'record.page.graphql')

interface ChoicesData {
  readonly network?: { readonly name: string; readonly staffGroups: readonly StaffGroup[] | null }
  readonly localMedicalCommittees: readonly (Committee & {
    readonly networks: readonly { readonly odsCode: string; readonly name: string; readonly startsOn: Day }[]
  })[]
}

/** For whom a request can be recorded, and which staff groups it can ask. */
export interface RecordChoices {
  readonly networks: readonly { readonly value: string; readonly text: string }[]
  readonly groups: readonly StaffGroup[]
  readonly lmcCode: string | null
}

/** Finds for whom somebody can record a request: an LMC for networks it covers, a network's people for their own. */
@Injectable()
export class Recording {
  constructor(private readonly pages: Pages) {}

  /** Errors: FORBIDDEN for whoever records none. */
  async choices(request: Request, { place, places, today }: Visit): Promise<RecordChoices> {
    const isLmc = place.role === 'LMC'
    if (!isLmc && place.networkCode === null)
      throw new RequestError('FORBIDDEN', 'Requests are recorded by the network that was asked, or its LMC.')
    const data = await this.pages.ask<ChoicesData>(request, Choices, { code: place.networkCode ?? '', isLmc })
    if (isLmc) {
      const covered = data.localMedicalCommittees.find(({ code }) => code === place.code)?.networks ?? []
      const networks = covered.filter(({ startsOn }) => startsOn <= today).map(({ odsCode, name }) => ({ value: odsCode, text: name }))
      return { networks, groups: commonGroups, lmcCode: place.code }
    }
    const own = new Map(
      places.flatMap(({ networkCode, networkName }) => (networkCode ? [[networkCode, networkName ?? networkCode] as const] : [])),
    )
    const networks = [...own].map(([value, text]) => ({ value, text }))
    return { networks, groups: own.size > 1 ? commonGroups : (data.network?.staffGroups ?? commonGroups), lmcCode: null }
  }
}

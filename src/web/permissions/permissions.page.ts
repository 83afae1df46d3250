import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { everyRole, roleName } from '../layout/visit.js'
import { permissionSections, type PermissionsData } from './permissions.view.js'

const Permissions = operation(import.meta.url, 'permissions.page.graphql')

/** Who can see and do what: the same table by which every request is answered, so that nobody has to take it on trust. */
@Controller('who-can-see-what')
export class PermissionsPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { permissions } = await this.pages.ask<PermissionsData>(request, Permissions)
    const role = everyRole.find((one) => one === request.query['role']) ?? null
    await this.pages.send(request, response, visit, 'permissions/permissions.page.njk', {
      ...{ title: 'Who can see and do what', sections: permissionSections(permissions, role), breadcrumbs: [{ text: 'Home', href: '/' }] },
      roles: [
        { text: 'Everybody', href: '/who-can-see-what', current: role === null },
        ...everyRole.map((one) => ({ text: roleName(one), href: `/who-can-see-what?role=${one}`, current: one === role })),
      ],
    })
  }
}

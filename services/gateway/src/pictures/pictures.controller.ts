import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { GetIncident, type IncidentView, may, type Permission, type Principal, reportersOf } from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
import type { PictureStore, StoredPicture } from '@panshi/privacy';
import { PICTURES, reject, validated } from '@panshi/service-kit';
import { DailyQuota } from './daily-quota.ts';
import { normalForm } from './normal-form.ts';
import { PictureAddress, PictureOf } from './picture-address.ts';
import { PictureTurns } from './picture-turns.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationOf, principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';

const requirePermission = (request: FastifyRequest, permission: Permission): void => {
  if (!may(principalOf(request), permission)) reject('permission.missing', { permission });
};

/** Its pictures are shown to whom its words are. */
const demandReveal = (principal: Principal, incident: IncidentView): void => {
  const permission = 'incident.reveal';
  if (!reportersOf(incident).includes(principal.actor.person) && !may(principal, permission, incident.gridCode))
    reject('authority.forbidden', { permission, region: incident.gridCode });
};

/** Pictures are stored sealed before the report that names them; they are shown only with that report. */
@Controller('api/v1')
export class PicturesController {
  constructor(
    @Inject(PICTURES) private readonly pictures: PictureStore,
    private readonly services: ServiceClient,
    private readonly quota: DailyQuota,
    private readonly turns: PictureTurns,
  ) {}

  @Post('pictures')
  async store(@Req() request: FastifyRequest, @Query() query: unknown): Promise<StoredPicture> {
    requirePermission(request, 'incident.report');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw problem('picture.unsupported');
    const { person: uploader, account } = principalOf(request).actor;
    const { subject = uploader } = validated(PictureOf, query);
    const kept = await this.turns.take(account, async () => {
      await this.quota.take(account);
      return normalForm(bytes);
    });
    return this.pictures.put({ subject, uploader }, kept);
  }

  @Get('incidents/:incidentId/pictures/:pictureId')
  async show(@Req() request: FastifyRequest, @Res() response: FastifyReply, @Param() params: unknown): Promise<void> {
    const principal = principalOf(request);
    const { incidentId, pictureId } = validated(PictureAddress, params);
    const { body } = await this.services.query(GetIncident, {
      query: { incidentId },
      correlationId: correlationOf(request),
      principal,
      deadline: Date.now() + 5_000,
    });
    const incident = body as IncidentView | undefined;
    if (incident) demandReveal(principal, incident);
    const known = incident?.pictures.some((each) => each.pictureId === pictureId);
    const picture = known ? await this.pictures.get(pictureId, () => true) : undefined;
    if (picture?.status !== 'open') throw problem(picture ? 'picture.erased' : 'not-found');
    response.type(picture.mediaType).send(picture.bytes);
  }
}

import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common';
import { IncidentsService, type Reported } from './incidents.service.ts';
import { ReportIncidentDto } from './report-incident.dto.ts';
import { type SignedIn, TokenGuard } from './token.guard.ts';

@Controller('incidents')
@UseGuards(TokenGuard)
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Post()
  report(@Body() incident: ReportIncidentDto, @Req() { claims }: SignedIn): Promise<Reported> {
    return this.incidents.report(incident, claims);
  }
}

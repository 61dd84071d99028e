import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Commits } from './commits.ts';
import { Database } from './database.ts';
import { IncidentsController } from './incidents.controller.ts';
import { IncidentsService } from './incidents.service.ts';

@Module({
  imports: [JwtModule.register({ secret: process.env.CRUD_SECRET! })],
  controllers: [IncidentsController],
  providers: [Database, Commits, IncidentsService],
})
export class AppModule {}

/** The baseline: a bare Nest application that writes what is POSTed to it to everybody who listens. */
import 'reflect-metadata';
import { Controller, Module, Post, Sse } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { concat, of, Subject } from 'rxjs';

const happened = new Subject();
let last = 0;

class Bare {
  report() {
    const position = String(++last).padStart(16, '0');
    happened.next({ type: 'appended', id: position, data: { stream: `incident-${position}`, version: 0, position } });
    return { position };
  }
  listen() {
    return concat(of({ type: 'live', data: {} }), happened);
  }
}
const method = (name) => Object.getOwnPropertyDescriptor(Bare.prototype, name);
Post()(Bare.prototype, 'report', method('report'));
Sse('live')(Bare.prototype, 'listen', method('listen'));
Controller()(Bare);

class BareModule {}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(0, '127.0.0.1');
console.log(`ready on http://127.0.0.1:${app.getHttpServer().address().port}`);

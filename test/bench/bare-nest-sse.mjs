/** The baseline: a bare Nest application that writes what is POSTed to it to everybody who listens. */
import 'reflect-metadata';
import { Controller, Module, Post, Sse } from '@nestjs/common';
import { concat, of, Subject } from 'rxjs';
import { serveBare } from './serve-bare.mjs';

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

await serveBare(BareModule);

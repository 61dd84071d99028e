import { Rejection } from '@panshi/kernel';
import type { Hold } from './key-store.ts';

export const subjectErased = (subject: string): Rejection => new Rejection('privacy.subject-erased', { subject });

export const subjectUnknown = (subject: string): Rejection =>
  new Rejection('privacy.subject-unknown', { subject }, 'not-found');

export const erasureHeld = (subject: string, { ground, until }: Hold): Rejection =>
  new Rejection('privacy.erasure-held', { subject, ground, until });

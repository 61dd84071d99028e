/** The thread that writes views. */
import { answerCalls } from '@panshi/database/sqlite';
import { workerData } from 'node:worker_threads';
import { connectWriter, type WriterOptions } from './connect.ts';
import { ViewWriter } from './view-writer.ts';

const options = workerData as WriterOptions;
answerCalls(new ViewWriter(connectWriter(options), options.lockTimeoutMs));

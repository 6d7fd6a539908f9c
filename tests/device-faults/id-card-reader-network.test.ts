import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  type SerialServer,
  startSerialServer,
} from '../../device-bridge/devices/transport/serial-server.test-support.ts';
import { tcpTransport } from '../../device-bridge/devices/transport/tcp.ts';
import { freePorts } from '../support/free-ports.ts';
import {
  asked,
  becomes,
  chen,
  impatient,
  quick,
  readsNext,
  type SerialBench,
  serialBench,
  waiting,
} from './id-card-reader-bench.ts';
import { idCardReaderNetworkFaults } from './id-card-reader-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(idCardReaderNetworkFaults);

let bench: SerialBench;
let server: SerialServer;
beforeAll(async () => {
  bench = await serialBench();
  server = await startSerialServer(bench.cable.port);
});
afterEach(() => bench.tidy());
afterAll(async () => {
  await server.stop();
  await bench.remove();
});

const line = () => tcpTransport({ host: '127.0.0.1', port: server.port });

proves('server-absent', async () => {
  const { port } = await freePorts(['port']);
  let to = port;
  const reader = bench.reader(quick, () => tcpTransport({ host: '127.0.0.1', port: to })());
  const waits = reader.readCard(waiting());
  await becomes(reader, 'absent reader-absent');
  to = server.port;
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  return 1;
});

proves('serial-server-killed', async () => {
  const { simulator } = bench;
  const reader = bench.reader(impatient, line());
  await becomes(reader, 'ready');
  const waits = reader.readCard(waiting());
  simulator.faults.silent = new Set(['read-base']);
  const reading = asked(bench, 'read-base');
  simulator.layCard(chen);
  await reading;
  await server.stop();
  await becomes(reader, 'absent reader-absent');
  simulator.mend();
  simulator.liftCard();
  await server.start();
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  return 1;
});

proves('serial-server-hangs', async () => {
  const reader = bench.reader(impatient, line());
  await becomes(reader, 'ready');
  const waits = reader.readCard(waiting());
  server.hang(true);
  await becomes(reader, 'faulted reader-silent');
  server.hang(false);
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  return 1;
});

import { createServer } from 'node:http';

/** The least that node:http can do: one constant answer. */
const BODY = 'ok\n';

createServer((_request, response) => {
  response.end(BODY);
}).listen(Number(process.env.PORT), '127.0.0.1');

/**
 * The names of HTTP's status codes. Not by `import`: that reads every export of node:http, and some
 * of them load all of Node's fetch, which takes 14 % more CPU time until the server listens.
 */
export const { STATUS_CODES } = process.getBuiltinModule('node:http');

/**
 * The names of HTTP's status codes. Not by `import`: that reads every export of node:http, and some
 * of them load the whole of Node's fetch (10 % of a start).
 */
export const { STATUS_CODES } = process.getBuiltinModule('node:http');

// Runs in a client's pod: prints the status of the answer to one request, or "none".
const [url = ''] = process.argv.slice(2);
const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
  ({ status }) => status,
  () => 'none',
);
process.stdout.write(String(answer));

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readConfig } from '../../app/api/src/config.ts';
import { render, type Values } from './helm.ts';

/** Whether the chart renders with these values. */
function renders(values: Values): boolean {
  try {
    render({ values });
    return true;
  } catch {
    return false;
  }
}

/** Whether the API starts with this setting. */
function starts(setting: Readonly<Record<string, string>>): boolean {
  try {
    readConfig(setting);
    return true;
  } catch {
    return false;
  }
}

suite('the chart takes a value exactly when the API starts with it:', () => {
  const ranges = ['10.0.0.0/8', '10.0.0.0/32', '10.0.0.0/33', '10.0.0.0/99', '10.0.0.0/0'];
  const addresses = ['10.0.0.1', '10.0.0.256/8', '10.0.0/8', '::/1', 'fc00::/7', 'fd00::1/128'];
  const strange = ['fd00::1/129', '1:2:3:4:5:6:7:8/64', '1:2:3/64', '1::2::3/64', 'fe80::%eth0/64'];
  for (const range of [...ranges, ...addresses, ...strange]) {
    test(`api.trustedProxies ${range}`, () => {
      assert.equal(renders({ api: { trustedProxies: [range] } }), starts({ TRUST_PROXY: range }));
    });
  }

  const names = ['ntp', 'time.example.', '2.time.example', '2-a', 'time..example', '-time.example'];
  const numbers = ['192.0.2.1', '127.0.0', '256.1.1.1', '[::1]', '[fd00::1]:1123', '[::1', '::1'];
  const ports = ['ntp:1', 'ntp:65535', 'ntp:0', 'ntp:65536', 'ntp:99999', 'ntp:x'];
  for (const server of [...names, ...numbers, ...ports]) {
    test(`clock.ntpServers and clock.ntsServers ${server}`, () => {
      assert.equal(renders({ clock: { ntpServers: [server] } }), starts({ NTP_SERVERS: server }));
      assert.equal(renders({ clock: { ntsServers: [server] } }), starts({ NTS_SERVERS: server }));
    });
  }
});

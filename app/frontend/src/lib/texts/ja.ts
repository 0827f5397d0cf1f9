import type { Texts } from './texts.ts';

/** The words of the reading and of the settings in Japanese. */
export const ja: Texts = {
  title: '正確な時刻 · Dataiku Assessment',
  heading: '正確な時刻',
  statements: 'どれだけ正確か',
  about: '正確な時刻と、その誤差の範囲、そしてお使いのコンピューターの時計が合っているかどうか。',
  timeUnknown: '時刻はまだわかりません。',
  restMissing: 'このページの残りを読み込めませんでした。再読み込みすると解決することがあります。',
  localTime: (time) => `お使いのタイムゾーンで${time}`,
  week: (week) => `第${week}週`,
  dayOfYear: (day) => `${day}日目`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'UTCに対して', host: 'サーバーの時計に対して' },
  utcUnknown: 'UTCに対して：不明',
  inUtc: (time) => `${time} UTC`,

  accuracy: {
    asking: 'サーバーに時刻を問い合わせています…',
    within: '誤差は',
    amount: (span) => `${span}以内`,
    thousandths: (_count, written) => `千分の${written}秒以内`,
    hundredths: (_count, written) => `百分の${written}秒以内`,
    tenths: (_count, written) => `十分の${written}秒以内`,
    unknown: 'UTCとの差：',
    unknownKey: '不明',
    advice: 'サーバーの管理者は、時刻サーバーを指定できます：NTP_SERVERS',
  },

  device: {
    computer: 'お使いのコンピューターの時計は',
    phone: 'お使いの端末の時計は',
    asking: 'まだ比べていません',
    right: '合っています',
    unknown: '確認していません',
    ahead: (span) => `${span}進んでいます`,
    behind: (span) => `${span}遅れています`,
    setIt: {
      windows:
        '合わせるには：設定、時刻と言語、日付と時刻、今すぐ同期。その後、もう一度ご覧ください。',
      mac: '合わせるには：システム設定、一般、日付と時刻、日付と時刻を自動的に設定。',
      ios: '合わせるには：設定、一般、日付と時刻、自動設定。',
      android: '合わせるには：設定、システム、日付と時刻、日時を自動的に設定。',
      chromeOs: '合わせるには：設定、日付と時刻。オンラインの間は自動で合います。',
      linux:
        '合わせるには：端末で「timedatectl set-ntp true」を実行します。その後、もう一度ご覧ください。',
      other: '合わせるには：設定で時刻の自動設定をオンにします。',
    },
  },

  reference: { utc: 'UTC', host: 'サーバー' },
  sources: {
    kernel: 'カーネルによる',
    ntp: 'NTPによる',
    'kernel+ntp': 'カーネルとNTPによる',
  },
  authenticated: (source) => `${source}、認証済み`,

  deviceOffset: {
    unknown: 'お使いの端末のずれは、まだわかりません。',
    within: (most, reference) => `お使いの端末と${reference}の差は${most}以内です。`,
    ahead: (span, bound, reference) =>
      `お使いの端末は${reference}より${span}進んでいます（±\u00a0${bound}）。`,
    behind: (span, bound, reference) =>
      `お使いの端末は${reference}より${span}遅れています（±\u00a0${bound}）。`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) => `サーバーはUTCを${within}以内で知っています（${source}）。`,
      holdover: (within) =>
        `サーバーはUTCの時刻源を失いました。自身の時計がUTCを${within}以内に保っています。`,
      contradictory: 'サーバーのUTCの時刻源が互いに矛盾しています。',
      unsynchronized: 'サーバーは、UTCとどれだけ離れているかを言えません。',
      unknown: 'サーバーは、UTCとどれだけ離れているかを言えません。',
    },
    before: {
      synchronized: (within, source) =>
        `最後の応答では、サーバーはUTCを${within}以内で知っていました（${source}）。`,
      holdover: (within) =>
        `サーバーはUTCの時刻源を失っていました。自身の時計がUTCを${within}以内に保っていました。`,
      contradictory: 'サーバーのUTCの時刻源が互いに矛盾していました。',
      unsynchronized: 'サーバーは、UTCとどれだけ離れているかを言えませんでした。',
      unknown: 'サーバーは、UTCとどれだけ離れているかを言えませんでした。',
    },
    notAsked: 'サーバーがUTCをどれだけ正確に知っているかは、まだわかりません。',
  },

  knowledge: {
    connecting: '',
    known: 'UTCがわかっています。',
    holdover: '今のところ、UTCを確認するサーバーがありません。',
    unknown: 'サーバーとUTCとの差がわかりません。',
  },

  connection: {
    connecting: 'サーバーに時刻を問い合わせています…',
    online: '接続しました。',
    unreachable: 'サーバーが時刻を答えません。もう一度試します。',
    recalled: (moment) =>
      `サーバーが時刻を答えません。表示の時刻は${moment}に測り、その後はお使いの端末の時計で進めたものです。その時計を誰も変えていなければ正しい時刻です。`,
    offlineSince: (moment) =>
      `サーバーは${moment}から時刻を答えていません。表示の時刻はそこから進めたもので、誤差の範囲は広がっていきます。`,
  },

  incident: {
    contradiction: (gap) => `二つの時計が少なくとも${gap}食い違っています。時刻を測り直します。`,
    hostClockSet: 'サーバーの時計が変更されました。測り直します。',
    deviceClockChanged:
      'お使いの端末がスリープしていたか、時計が変更されました。時刻を測り直します。',
    deviceSlept: 'お使いの端末がスリープから復帰しました。時刻を測り直しました。',
    deviceSetForward: (span, bound) =>
      `お使いの端末の時計が${span}進められました（±\u00a0${bound}）。このページの時刻は変わっていません。`,
    deviceSetBack: (span, bound) =>
      `お使いの端末の時計が${span}戻されました（±\u00a0${bound}）。このページの時刻は変わっていません。`,
  },

  settings: {
    language: '言語',
    hours: '時間の表記',
    hourCycles: { h12: '12時間制', h23: '24時間制' },
    theme: '配色',
    themes: { light: 'ライト', dark: 'ダーク' },
    asBrowser: 'ブラウザーと同じ',
    api: 'プログラム向け：API',
  },
};

import type { BelowTexts } from './texts.ts';

/** The words of the parts below the reading in Japanese. */
export const ja: BelowTexts = {
  picture: {
    heading: 'それぞれの通信からわかること',
    caption:
      '縦線の一本一本がサーバーとの一回の通信です。真の時刻はその線のどこかにありました。帯はすべての線の共通部分で、帯の中の線が最も良い推定です。今の推定より上は遅く、下は早い時刻です。帯は良い通信で狭まり、次の通信まで広がります。',
    alternative: (count, least, most, together) =>
      count === 1
        ? `通信${count}回。誤差の範囲は±\u00a0${together}です。`
        : `通信${count}回。単独での誤差の範囲は±\u00a0${least}から±\u00a0${most}、合わせると±\u00a0${together}です。`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `往復に${longest}かかりました。`
        : `往復に${shortest}から${longest}かかりました。${count}回の中央値は${median}です。`,
    none: 'まだ通信がありません。',
    table: '通信の数値',
    columns: ['時刻', '往復', '最も早い', '最も遅い'],
  },

  actions: {
    heading: '時刻の使い方',
    fullScreen: '全画面',
    copy: '時刻をコピー',
    forms: {
      utc: 'ISO 8601（UTC）',
      local: 'ISO 8601（現地時刻）',
      seconds: 'Unix秒',
      milliseconds: 'Unixミリ秒',
    },
    share: 'この瞬間を共有',
    seconds: '秒',
    signal: '時報',
    signalOn: '毎分ちょうどに六つの音。長い音で始まります。',
    signalSilent: '時刻が20 ms以内でわかるまで鳴りません。',
    withBound: '誤差の範囲も',
    copied: (text) => `コピーしました：${text}`,
    cannotCopy: (text) => `ブラウザーがコピーを許可していません。ここから選択してください：${text}`,
  },

  deviceLine: {
    heading: 'あなたの時計は合っていますか',
    verdicts: {
      unknown: 'まだわかりません。',
      inside: 'はい。真の時刻があるはずの所にあります。',
      near: 'ほぼ合っています。真の時刻のすぐ横で、差は問題になりません。',
      outside: 'いいえ。真の時刻があるはずの所から遠く離れています。',
    },
    behind: (span) => `${span}遅れ`,
    ahead: (span) => `${span}進み`,
    bar: '真の時刻は棒の中にあります',
    dot: 'あなたの時計',
  },

  field: {
    label: '場所、時刻、または何でも貼り付け',
    examples: 'シアトル · 東京で15:00 · 2026-12-03T17:00Z · 明日5時 · 20分後',
    found: '考えられる意味',
    foundNothing: (words) =>
      `「${words}」という場所や時刻は、このページではわかりません。都市名か、「東京で15:00」のような時刻を試してください。`,
    loading: '場所を読み込んでいます…',
    cannotFind: '今は場所を読み込めません。Enterキーでもう一度試せます。',
    lacksRules: 'サーバーがその場所の時差を答えないため、時刻を決められません。',
    severalMeanings: (words) => `「${words}」には意味がいくつかあります。一つ選んでください。`,
    more: (count) => `あと${count}件。続けて入力すると絞り込めます。`,
    count: (count) => `${count}件`,
    picked: {
      pinned: (name) => `${name}を追加しました。`,
      present: (name) => `${name}はすでに一覧にあります。`,
      full: (name) => `一覧がいっぱいです。${name}を追加するには、どれかを外してください。`,
    },
    hints: {
      seconds: 'Unix秒',
      milliseconds: 'Unixミリ秒',
      first: '一回目：時計がこの時刻を二回示します',
      second: '二回目：時計がこの時刻を二回示します',
      skipped: '書かれた時刻を時計は飛ばします',
    },
  },

  travel: {
    heading: '別の瞬間',
    there: (time, place) => `${place}の${time}`,
    here: (time) => `ここの${time}`,
    both: (there, here, day) => `*${there}*は*${here}*、${day}`,
    alone: (here, day) => `*${here}*、${day}`,
    copyLink: 'リンクをコピー',
    copied: 'リンクをコピーしました。',
    cannotCopy: (link) => `ブラウザーがコピーを許可していません。ここから選択してください：${link}`,
    addToCalendar: 'カレンダーに追加',
    countDown: 'カウントダウン',
    countsDown: 'カウントダウンは下にあります。',
    backToNow: '今に戻る',
    noMoment: (text) =>
      `「${text}」はこのページで示せる瞬間ではありません。例：2026-12-03T06:00:00Z（1900年から2100年まで）。`,
  },

  zones: {
    heading: '同じ瞬間のほかの場所',
    cursor: '表示している瞬間',
    now: '今',
    citiesBy: '都市のデータ：',
    unknown: (id) => `サーバーはタイムゾーン「${id}」を知りません。`,
    same: 'あなたの時刻',
    ahead: (span) => `${span}先`,
    behind: (span) => `${span}前`,
    browserLater: (span) => `サーバーのデータによる時刻。ブラウザーのデータでは${span}遅い時刻です`,
    browserEarlier: (span) =>
      `サーバーのデータによる時刻。ブラウザーのデータでは${span}早い時刻です`,
    byServerAlone: (change) =>
      `${change}（サーバーのデータのみ。ブラウザーのデータにはありません）`,
    goForward: (span, when) => `${when}、時計が${span}進みます`,
    goBack: (span, when) => `${when}、時計が${span}戻ります`,
    arrange: '並べ替え',
    moved: (name, place) => `${name}を${place}番目に移しました。`,
    removed: (name) => `${name}を外しました。`,
    moveUp: (name) => `${name}を上へ`,
    moveDown: (name) => `${name}を下へ`,
    remove: (name) => `${name}を外す`,
  },

  countdown: {
    headings: {
      none: 'ある瞬間までの残り時間',
      ahead: '残り時間',
      now: '残り時間',
      passed: '経過時間',
    },
    days: (_count, written) => `${written}日`,
    instants: {
      ahead: (instant) => `${instant}まで`,
      now: (instant) => `誤差の範囲で、今が${instant}です。`,
      passed: (instant) => `${instant}から`,
    },
    noInstant: (text) => `「${text}」は正しい瞬間ではありません。例：2027-01-01T00:00:00Z`,
    instant: 'カウントダウンの終わり（あなたの時刻）',
    name: '名前（任意）',
    start: 'カウントダウンを始める',
    stop: 'やめる',
  },

  programs: {
    heading: 'プログラム向け',
    embed: 'ページの中で',
    answer: '今の応答',
    missing: 'サーバーは今、応答しません。',
    frame: (zone) => `枠の中の時計、${zone}`,
    copy: 'コードをコピー',
    again: 'もう一度尋ねる',
    copied: 'コピーしました。',
    cannotCopy: 'ブラウザーがコピーを許可していません。コードを選択してください。',
    all: 'APIのすべてを読み、試す',
  },

  evidence: {
    summary: 'どうしてわかるのですか',
    formula: '一回の通信の後、サーバーの時計は',
    atLeast: '少なくとも',
    atMost: '多くとも',
    symbols:
      'cはお使いの端末の今の時計、c_1は要求を送った時、c_4は応答が届いた時の時計です。s_1とs_2は、要求が届いた時と応答を送った時のサーバーの時計です。rとr_sは二つの時計の刻み、dはそのずれの速さの限界です。',
    explanation:
      'このページはサーバーに時刻を尋ね、要求を送った時と応答が届いた時を記録します。サーバーはその間に時計を読んだので、時刻は往復と同じ幅の区間の中にあります。真の時刻は、いくつかの通信の区間の共通部分にあります。次の通信まで、共通部分は二つの時計のずれの限界だけ広がります。',
    source: 'UTCの時刻源',
    reason: 'サーバーが答えた理由',
    lastRoundTrip: '最後の往復',
    shortestRoundTrip: '最短の往復',
    exchanges: '表示している通信',
    hostClock: 'サーバーの時計',
    lastReset: '最後の測り直し',
    zoneData: 'タイムゾーンのデータ',
    release: (tzdb) => `サーバーのデータ：tzデータベース ${tzdb}版。`,
    differs: (zone) =>
      `${zone}の規則がお使いのブラウザーでは異なります。このページはサーバーの規則で時刻を示します。`,
    none: 'まだありません',
    causes: {
      'host-clock-changed': 'サーバーの時計が変更されました',
      'device-clock-changed': 'お使いの端末がスリープしていたか、時計が変更されました',
    },
    contradiction: (gap) => `二つの時計が少なくとも${gap}食い違いました`,
  },
};

import type { BelowTexts } from './texts.ts';

/** The words of the parts below the reading in Arabic. */
export const ar: BelowTexts = {
  picture: {
    heading: 'ما يثبته كل تبادل',
    caption:
      'كل خط عمودي تبادل واحد مع الخادم: كان الوقت الحقيقي في مكان ما عليه. الشريط هو ما تشترك فيه كلها، والخط في داخله هو أفضل تقدير. الأعلى أبعد والأسفل أبكر من التقدير الآن. يضيق الشريط مع كل تبادل جيد، ويتسع حتى التبادل التالي.',
    alternative: (count, least, most, together) =>
      count === 1
        ? `عدد التبادلات ${count}. حدّ الخطأ ±\u00a0${together}.`
        : `عدد التبادلات ${count}. حدود خطئها منفردة من ±\u00a0${least} إلى ±\u00a0${most}، ومعًا ±\u00a0${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `استغرق الذهاب والإياب ${longest}.`
        : `استغرق الذهاب والإياب من ${shortest} إلى ${longest}. الوسيط في ${count} مرات هو ${median}.`,
    none: 'لا تبادل حتى الآن.',
    table: 'التبادلات بالأرقام',
    columns: ['الوقت', 'ذهاب وإياب', 'الأبكر', 'الأبعد'],
  },

  actions: {
    heading: 'ما يمكن فعله بالوقت',
    fullScreen: 'ملء الشاشة',
    copy: 'نسخ الوقت',
    forms: {
      utc: 'ISO 8601 بتوقيت UTC',
      local: 'ISO 8601 بتوقيتك',
      seconds: 'ثواني Unix',
      milliseconds: 'ميلي ثواني Unix',
    },
    share: 'مشاركة هذه اللحظة',
    seconds: 'الثواني',
    signal: 'إشارة الوقت',
    signalOn: 'ست نغمات عند كل دقيقة تامة. تبدأ الدقيقة بالطويلة.',
    signalSilent: 'صامتة ما دام الوقت غير معروف في حدود 20 ms.',
    withBound: 'مع حدّ الخطأ',
    copied: (text) => `نُسخ: ${text}`,
    cannotCopy: (text) => `لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّده هنا: ${text}`,
  },

  deviceLine: {
    heading: 'هل ساعتك مضبوطة؟',
    verdicts: {
      unknown: 'غير معروف بعد.',
      inside: 'نعم: هي حيث يجب أن يكون الوقت الحقيقي.',
      near: 'تقريبًا: هي بجانب الوقت الحقيقي، بفرق أصغر من أن يهم.',
      outside: 'لا: هي بعيدة عن موضع الوقت الحقيقي.',
    },
    behind: (span) => `متأخرة ${span}`,
    ahead: (span) => `متقدمة ${span}`,
    bar: 'الوقت الحقيقي داخل الشريط',
    dot: 'ساعتك',
  },

  field: {
    label: 'مكان أو وقت، أو ألصق أي شيء',
    examples:
      'سياتل · 15:00 في طوكيو · \u20662026-12-03T17:00Z\u2069 · غدا الساعة 5 · بعد 20 دقيقة',
    found: 'ما قد يعنيه هذا',
    foundNothing: (words) =>
      `“${words}” ليس مكانًا ولا وقتًا تعرفه هذه الصفحة. جرّب مدينة، أو وقتًا مثل 15:00 في طوكيو.`,
    loading: 'تُحمّل الأماكن…',
    cannotFind: 'لا يمكن تحميل الأماكن الآن. اضغط Enter للمحاولة مرة أخرى.',
    lacksRules: 'لا يعطي الخادم فرق التوقيت هناك، فلا يمكن تحديد الوقت.',
    severalMeanings: (words) => `“${words}” له عدة معانٍ. اختر واحدًا.`,
    more: (count) => `${count} أخرى. واصل الكتابة لتقصير القائمة.`,
    count: (count) => `عدد الإجابات: ${count}`,
    picked: {
      pinned: (name) => `أُضيفت ${name}.`,
      present: (name) => `${name} موجودة في القائمة.`,
      full: (name) => `القائمة ممتلئة. أزل مكانًا لإضافة ${name}.`,
    },
    hints: {
      seconds: 'ثواني Unix',
      milliseconds: 'ميلي ثواني Unix',
      first: 'المرة الأولى: تعرضه الساعات مرتين',
      second: 'المرة الثانية: تعرضه الساعات مرتين',
      skipped: 'تتخطى الساعات الوقت الذي كتبته',
    },
  },

  travel: {
    heading: 'لحظة أخرى',
    there: (time, place) => `${time} في ${place}`,
    here: (time) => `${time} هنا`,
    both: (there, here, day) => `*${there}* هي *${here}*، ${day}`,
    alone: (here, day) => `*${here}*، ${day}`,
    copyLink: 'نسخ الرابط',
    copied: 'نُسخ الرابط.',
    cannotCopy: (link) => `لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّده هنا: ${link}`,
    addToCalendar: 'إضافة إلى التقويم',
    countDown: 'عدّ تنازلي',
    countsDown: 'العدّ التنازلي في الأسفل.',
    backToNow: 'العودة إلى الآن',
    noMoment: (text) =>
      `“${text}” ليست لحظة تستطيع هذه الصفحة عرضها. مثال: \u20662026-12-03T06:00:00Z\u2069، بين عامي 1900 و2100.`,
  },

  zones: {
    heading: 'اللحظة نفسها في أماكن أخرى',
    cursor: 'اللحظة المعروضة',
    now: 'الآن',
    citiesBy: 'المدن من',
    unknown: (id) => `لا يعرف الخادم المنطقة الزمنية “${id}”.`,
    same: 'وقتك',
    ahead: (span) => `قبلك بمقدار ${span}`,
    behind: (span) => `بعدك بمقدار ${span}`,
    browserLater: (span) => `حسب بيانات الخادم؛ وحسب متصفحك الوقت متأخر عنه ${span}`,
    browserEarlier: (span) => `حسب بيانات الخادم؛ وحسب متصفحك الوقت أبكر منه ${span}`,
    byServerAlone: (change) => `${change} حسب بيانات الخادم، لا حسب متصفحك`,
    goForward: (span, when) => `تُقدّم الساعات ${span} ${when}`,
    goBack: (span, when) => `تُؤخّر الساعات ${span} ${when}`,
    arrange: 'ترتيب',
    moved: (name, place) => `نُقلت ${name} إلى الموضع ${place}.`,
    removed: (name) => `أُزيلت ${name}.`,
    moveUp: (name) => `تحريك ${name} إلى أعلى`,
    moveDown: (name) => `تحريك ${name} إلى أسفل`,
    remove: (name) => `إزالة ${name}`,
  },

  countdown: {
    headings: {
      none: 'الوقت المتبقي حتى لحظة',
      ahead: 'الوقت المتبقي',
      now: 'الوقت المتبقي',
      passed: 'الوقت المنقضي',
    },
    days: (count, written) => (count > 2 && count < 11 ? `${written} أيام` : `${written} يومًا`),
    instants: {
      ahead: (instant) => `حتى ${instant}`,
      now: (instant) => `الآن ${instant}، في حدود الخطأ.`,
      passed: (instant) => `منذ ${instant}`,
    },
    noInstant: (text) => `“${text}” ليست لحظة صحيحة. مثال: 2027-01-01T00:00:00Z.`,
    instant: 'العدّ حتى، بتوقيتك',
    name: 'اسم، إن شئت',
    start: 'بدء العدّ التنازلي',
    stop: 'إيقاف',
  },

  programs: {
    heading: 'للبرامج',
    embed: 'في صفحة',
    answer: 'الجواب الآن',
    missing: 'لا يجيب الخادم في هذه اللحظة.',
    frame: (zone) => `الساعة في إطار، ${zone}`,
    copy: 'نسخ الشيفرة',
    again: 'اسأل مرة أخرى',
    copied: 'نُسخت.',
    cannotCopy: 'لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّد الشيفرة.',
    all: 'الواجهة كلها، للقراءة والتجربة',
  },

  evidence: {
    summary: 'كيف يُعرف هذا؟',
    formula: 'بعد تبادل واحد، ساعة الخادم',
    atLeast: 'على الأقل',
    atMost: 'على الأكثر',
    symbols:
      'c هي ساعة جهازك الآن، و c_1 عند إرسال الطلب، و c_4 عند وصول الرد. s_1 و s_2 هما ساعة الخادم عند وصول الطلب وعند إرسال الرد. r و r_s خطوتا الساعتين، و d حدّ انحرافهما.',
    explanation:
      'تسأل الصفحة الخادم عن وقته، وتسجّل متى خرج الطلب ومتى وصل الرد. قرأ الخادم ساعته بينهما، فالوقت داخل مجال عرضه الذهاب والإياب. والوقت الحقيقي في تقاطع مجالات عدة تبادلات. وحتى التبادل التالي يكبر التقاطع بمقدار حدّ انحراف الساعتين.',
    source: 'مصدر UTC',
    reason: 'السبب الذي يعطيه الخادم',
    lastRoundTrip: 'آخر ذهاب وإياب',
    shortestRoundTrip: 'أقصر ذهاب وإياب',
    exchanges: 'التبادلات المعروضة',
    hostClock: 'ساعة الخادم',
    lastReset: 'آخر بدء من جديد',
    zoneData: 'بيانات المناطق',
    release: (tzdb) => `بيانات الخادم، الإصدار ${tzdb} من قاعدة بيانات tz.`,
    differs: (zone) => `لمتصفحك قواعد أخرى لمنطقة ${zone}: تعرض الصفحة وقتك حسب قواعد الخادم.`,
    none: 'لا شيء بعد',
    causes: {
      'host-clock-changed': 'ضُبطت ساعة الخادم',
      'device-clock-changed': 'نام جهازك، أو ضُبطت ساعته',
    },
    contradiction: (gap) => `اختلفت ساعتان بما لا يقل عن ${gap}`,
  },
};

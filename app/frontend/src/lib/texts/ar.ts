import type { Texts } from './texts.ts';

/** The words of the reading and of the settings in Arabic. */
export const ar: Texts = {
  title: 'الوقت الدقيق · Dataiku Assessment',
  heading: 'الوقت الدقيق',
  statements: 'ما مدى دقته',
  about: 'الوقت الدقيق، ومقدار الخطأ الممكن فيه، وهل ساعة حاسوبك مضبوطة.',
  timeUnknown: 'الوقت غير معروف بعد.',
  restMissing: 'تعذّر تحميل بقية هذه الصفحة. قد تفيد إعادة تحميلها.',
  localTime: (time) => `${time} في منطقتك الزمنية`,
  week: (week) => `الأسبوع ${week}`,
  dayOfYear: (day) => `اليوم ${day}`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'بالنسبة إلى UTC', host: 'بالنسبة إلى ساعة الخادم' },
  utcUnknown: 'بالنسبة إلى UTC: غير معروف',
  inUtc: (time) => `${time} UTC`,

  accuracy: {
    asking: 'نسأل الخادم عن الوقت…',
    within: 'صحيح في حدود',
    amount: (span) => span,
    thousandths: (count, written) =>
      count === 1 ? 'جزء من ألف من الثانية' : `${written} من ألف من الثانية`,
    hundredths: (count, written) =>
      count === 1 ? 'جزء من مئة من الثانية' : `${written} من مئة من الثانية`,
    tenths: (count, written) => (count === 1 ? 'عُشر ثانية' : `${written} من عشرة من الثانية`),
    unknown: 'البعد عن UTC:',
    unknownKey: 'غير معروف',
    advice: 'يستطيع مدير الخادم أن يسمّي خادم وقت: NTP_SERVERS.',
  },

  device: {
    computer: 'ساعة حاسوبك',
    phone: 'ساعة جهازك',
    asking: 'لم تُقارن بعد',
    right: 'مضبوطة',
    unknown: 'لم تُفحص',
    ahead: (span) => `متقدمة ${span}`,
    behind: (span) => `متأخرة ${span}`,
    setIt: {
      windows:
        'لضبطها: الإعدادات، الوقت واللغة، التاريخ والوقت، المزامنة الآن. ثم انظر هنا مرة أخرى.',
      mac: 'لضبطها: إعدادات النظام، عام، التاريخ والوقت، التعيين تلقائيًا.',
      ios: 'لضبطها: الإعدادات، عام، التاريخ والوقت، التعيين تلقائيًا.',
      android: 'لضبطها: الإعدادات، النظام، التاريخ والوقت، ضبط الوقت تلقائيًا.',
      chromeOs: 'لضبطها: الإعدادات، التاريخ والوقت. تضبط نفسها عند الاتصال.',
      linux: 'لضبطها: اكتب “timedatectl set-ntp true” في الطرفية. ثم انظر هنا مرة أخرى.',
      other: 'لضبطها: شغّل الوقت التلقائي في الإعدادات.',
    },
  },

  reference: { utc: 'UTC', host: 'الخادم' },
  sources: {
    kernel: 'من نواته',
    ntp: 'عبر NTP',
    'kernel+ntp': 'من نواته وعبر NTP',
  },
  authenticated: (source) => `${source}، موثّق`,

  deviceOffset: {
    unknown: 'فرق جهازك غير معروف بعد.',
    within: (most, reference) => `جهازك متفق مع ${reference} في حدود ${most}.`,
    ahead: (span, bound, reference) => `جهازك متقدم ${span} عن ${reference}، ±\u00a0${bound}.`,
    behind: (span, bound, reference) => `جهازك متأخر ${span} عن ${reference}، ±\u00a0${bound}.`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) => `الخادم يعرف UTC في حدود ${within}، ${source}.`,
      holdover: (within) => `فقد الخادم مصدره لوقت UTC. ساعته تحافظ على UTC في حدود ${within}.`,
      contradictory: 'مصادر الخادم لوقت UTC متناقضة.',
      unsynchronized: 'لا يعرف الخادم كم يبعد عن UTC.',
      unknown: 'لا يعرف الخادم كم يبعد عن UTC.',
    },
    before: {
      synchronized: (within, source) =>
        `في آخر مرة كان الخادم يعرف UTC في حدود ${within}، ${source}.`,
      holdover: (within) =>
        `كان الخادم قد فقد مصدره لوقت UTC. كانت ساعته تحافظ على UTC في حدود ${within}.`,
      contradictory: 'كانت مصادر الخادم لوقت UTC متناقضة.',
      unsynchronized: 'لم يكن الخادم يعرف كم يبعد عن UTC.',
      unknown: 'لم يكن الخادم يعرف كم يبعد عن UTC.',
    },
    notAsked: 'لا يُعرف بعد مدى معرفة الخادم بوقت UTC.',
  },

  knowledge: {
    connecting: '',
    known: 'وقت UTC معروف.',
    holdover: 'لا يوجد الآن خادم يؤكد UTC.',
    unknown: 'بُعد الخادم عن UTC غير معروف.',
  },

  connection: {
    connecting: 'نسأل الخادم عن الوقت…',
    online: 'متصل.',
    unreachable: 'الخادم لا يعطي الوقت. نحاول مرة أخرى.',
    recalled: (moment) =>
      `الخادم لا يعطي الوقت. الوقت المعروض قيس في ${moment} ثم واصلته ساعة جهازك. وهو صحيح إن لم يغيّر أحد تلك الساعة منذ ذلك الحين.`,
    offlineSince: (moment) =>
      `لم يعطِ الخادم الوقت منذ ${moment}. الوقت المعروض متواصل من تلك اللحظة، وحدّ خطئه يكبر.`,
  },

  incident: {
    contradiction: (gap) => `ساعتان مختلفتان بما لا يقل عن ${gap}. يُقاس الوقت من جديد.`,
    hostClockSet: 'ضُبطت ساعة الخادم. تُقاس من جديد.',
    deviceClockChanged: 'نام جهازك، أو ضُبطت ساعته. يُقاس الوقت من جديد.',
    deviceSlept: 'استيقظ جهازك للتو. قيس الوقت من جديد.',
    deviceSetForward: (span, bound) =>
      `قُدّمت ساعة جهازك ${span}، ±\u00a0${bound}. الوقت المعروض هنا لم يتبعها.`,
    deviceSetBack: (span, bound) =>
      `أُخّرت ساعة جهازك ${span}، ±\u00a0${bound}. الوقت المعروض هنا لم يتبعها.`,
  },

  settings: {
    language: 'اللغة',
    hours: 'الساعات',
    hourCycles: { h12: '12 ساعة', h23: '24 ساعة' },
    theme: 'الألوان',
    themes: { light: 'فاتحة', dark: 'داكنة' },
    asBrowser: 'كما في المتصفح',
    api: 'للبرامج: الواجهة API',
  },
};

import type { Texts } from './texts.ts';

/** The words of the reading and of the settings in Spanish. */
export const es: Texts = {
  title: 'Hora exacta · Dataiku Assessment',
  heading: 'Hora exacta',
  statements: 'Qué exactitud tiene',
  about: 'La hora exacta, cuánto puede errar y si el reloj de su ordenador va bien.',
  timeUnknown: 'Todavía no se conoce la hora.',
  restMissing: 'No se pudo cargar el resto de la página. Quizá ayude volver a cargarla.',
  localTime: (time) => `${time} en su zona horaria`,
  week: (week) => `semana ${week}`,
  dayOfYear: (day) => `día ${day}`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'respecto a UTC', host: 'respecto al reloj del servidor' },
  utcUnknown: 'respecto a UTC: desconocido',
  inUtc: (time) => `${time} UTC`,

  accuracy: {
    asking: 'Preguntando la hora al servidor…',
    within: 'Exacta con un margen de',
    amount: (span) => span,
    thousandths: (count, written) =>
      count === 1 ? 'una milésima de segundo' : `${written} milésimas de segundo`,
    hundredths: (count, written) =>
      count === 1 ? 'una centésima de segundo' : `${written} centésimas de segundo`,
    tenths: (count, written) =>
      count === 1 ? 'una décima de segundo' : `${written} décimas de segundo`,
    unknown: 'Distancia a UTC:',
    unknownKey: 'desconocida',
    advice: 'Quien lo administra puede indicar un servidor de hora: NTP_SERVERS.',
  },

  device: {
    computer: 'El reloj de su ordenador',
    phone: 'El reloj de su dispositivo',
    asking: 'aún no se ha comparado',
    right: 'va bien',
    unknown: 'no se ha comprobado',
    ahead: (span) => `adelanta ${span}`,
    behind: (span) => `atrasa ${span}`,
    setIt: {
      windows:
        'Para ajustarlo: Configuración, Hora e idioma, Fecha y hora, Sincronizar ahora. Después mire aquí otra vez.',
      mac: 'Para ajustarlo: Ajustes del Sistema, General, Fecha y hora, Ajustar automáticamente.',
      ios: 'Para ajustarlo: Ajustes, General, Fecha y hora, Ajuste automático.',
      android: 'Para ajustarlo: Ajustes, Sistema, Fecha y hora, Hora automática.',
      chromeOs: 'Para ajustarlo: Configuración, Fecha y hora. Con conexión se ajusta solo.',
      linux:
        'Para ajustarlo: escriba «timedatectl set-ntp true» en un terminal. Después mire aquí otra vez.',
      other: 'Para ajustarlo: active la hora automática en los ajustes.',
    },
  },

  reference: { utc: 'UTC', host: 'el servidor' },
  sources: {
    kernel: 'por su núcleo',
    ntp: 'por NTP',
    'kernel+ntp': 'por su núcleo y por NTP',
  },
  authenticated: (source) => `${source}, con autenticación`,

  deviceOffset: {
    unknown: 'Todavía no se conoce la diferencia de su dispositivo.',
    within: (most, reference) =>
      `Su dispositivo coincide con ${reference}, salvo ${most} como máximo.`,
    ahead: (span, bound, reference) =>
      `Su dispositivo adelanta ${span} respecto a ${reference}, ±\u00a0${bound}.`,
    behind: (span, bound, reference) =>
      `Su dispositivo atrasa ${span} respecto a ${reference}, ±\u00a0${bound}.`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) =>
        `El servidor conoce UTC con un margen de ${within}, ${source}.`,
      holdover: (within) =>
        `El servidor ha perdido su fuente de UTC. Su propio reloj mantiene UTC con un margen de ${within}.`,
      contradictory: 'Las fuentes de UTC del servidor se contradicen.',
      unsynchronized: 'El servidor no sabe a qué distancia está de UTC.',
      unknown: 'El servidor no sabe a qué distancia está de UTC.',
    },
    before: {
      synchronized: (within, source) =>
        `La última vez, el servidor conocía UTC con un margen de ${within}, ${source}.`,
      holdover: (within) =>
        `El servidor había perdido su fuente de UTC. Su propio reloj mantenía UTC con un margen de ${within}.`,
      contradictory: 'Las fuentes de UTC del servidor se contradecían.',
      unsynchronized: 'El servidor no sabía a qué distancia estaba de UTC.',
      unknown: 'El servidor no sabía a qué distancia estaba de UTC.',
    },
    notAsked: 'Todavía no se sabe con qué margen conoce UTC el servidor.',
  },

  knowledge: {
    connecting: '',
    known: 'Se conoce UTC.',
    holdover: 'Ahora mismo ningún servidor confirma UTC.',
    unknown: 'No se conoce la distancia del servidor a UTC.',
  },

  connection: {
    connecting: 'Preguntando la hora al servidor…',
    online: 'Conectado.',
    unreachable: 'El servidor no da la hora. Se intenta otra vez.',
    recalled: (moment) =>
      `El servidor no da la hora. La hora mostrada se midió el ${moment} y la ha llevado desde entonces el reloj de su dispositivo. Es correcta si nadie lo ha ajustado desde entonces.`,
    offlineSince: (moment) =>
      `El servidor no da la hora desde ${moment}. La hora mostrada sigue desde ese momento, y su margen crece.`,
  },

  incident: {
    contradiction: (gap) => `Dos relojes discrepan en al menos ${gap}. La hora se mide de nuevo.`,
    hostClockSet: 'Alguien ajustó el reloj del servidor. Se mide de nuevo.',
    deviceClockChanged:
      'Su dispositivo estuvo en reposo o alguien ajustó su reloj. La hora se mide de nuevo.',
    deviceSlept: 'Su dispositivo acaba de salir del reposo. La hora se midió de nuevo.',
    deviceSetForward: (span, bound) =>
      `El reloj de su dispositivo se adelantó ${span}, ±\u00a0${bound}. La hora de esta página no lo siguió.`,
    deviceSetBack: (span, bound) =>
      `El reloj de su dispositivo se atrasó ${span}, ±\u00a0${bound}. La hora de esta página no lo siguió.`,
  },

  settings: {
    language: 'Idioma',
    hours: 'Horas',
    hourCycles: { h12: '12 horas', h23: '24 horas' },
    theme: 'Colores',
    themes: { light: 'Claros', dark: 'Oscuros' },
    asBrowser: 'Como el navegador',
    api: 'Para programas: la API',
  },
};

import type { BelowTexts } from './texts.ts';

/** The words of the parts below the reading in Spanish. */
export const es: BelowTexts = {
  picture: {
    heading: 'Qué demuestra cada intercambio',
    caption:
      'Cada línea vertical es un intercambio con el servidor: la hora verdadera estaba en algún punto de ella. La banda es lo que todas tienen en común, y la línea que la recorre es la mejor estimación. Arriba es más tarde y abajo más temprano que la estimación de ahora. Un buen intercambio estrecha la banda; hasta el siguiente se ensancha.',
    alternative: (count, least, most, together) =>
      count === 1
        ? `${count} intercambio. Su margen es ±\u00a0${together}.`
        : `${count} intercambios. Por separado, sus márgenes van de ±\u00a0${least} a ±\u00a0${most}; juntos, el margen es ±\u00a0${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `La ida y vuelta tardó ${longest}.`
        : `Las idas y vueltas tardaron de ${shortest} a ${longest}. La mediana de ${count} fue ${median}.`,
    none: 'Todavía ningún intercambio.',
    table: 'Los intercambios en cifras',
    columns: ['Hora', 'Ida y vuelta', 'Como pronto', 'Como tarde'],
  },

  actions: {
    heading: 'Qué hacer con la hora',
    fullScreen: 'Pantalla completa',
    copy: 'Copiar la hora',
    forms: {
      utc: 'ISO 8601 en UTC',
      local: 'ISO 8601, su hora',
      seconds: 'Segundos Unix',
      milliseconds: 'Milisegundos Unix',
    },
    share: 'Compartir este momento',
    seconds: 'Segundos',
    signal: 'Señal horaria',
    signalOn: 'Seis pitidos en cada minuto en punto. El largo lo empieza.',
    signalSilent: 'En silencio mientras la hora no se conozca con 20 ms.',
    withBound: 'con el margen',
    copied: (text) => `Copiado: ${text}`,
    cannotCopy: (text) => `El navegador no deja copiar a esta página. Selecciónelo aquí: ${text}`,
  },

  deviceLine: {
    heading: '¿Va bien su reloj?',
    verdicts: {
      unknown: 'Todavía no se sabe.',
      inside: 'Sí: está donde tiene que estar la hora verdadera.',
      near: 'Casi: está al lado de la hora verdadera, por tan poco que no importa.',
      outside: 'No: está lejos de donde tiene que estar la hora verdadera.',
    },
    behind: (span) => `${span} de atraso`,
    ahead: (span) => `${span} de adelanto`,
    bar: 'la hora verdadera está en la barra',
    dot: 'su reloj',
  },

  field: {
    label: 'Un lugar, una hora, o pegue lo que sea',
    examples: 'Seattle · 15:00 en Tokio · 2026-12-03T17:00Z · mañana a las 5 · en 20 minutos',
    found: 'Lo que puede significar',
    foundNothing: (words) =>
      `«${words}» no es un lugar ni una hora que conozca esta página. Pruebe con una ciudad, o con una hora como 15:00 en Tokio.`,
    loading: 'Cargando los lugares…',
    cannotFind: 'Ahora no se pueden cargar los lugares. Pulse Intro para intentarlo otra vez.',
    lacksRules:
      'El servidor no da la diferencia horaria de allí, así que no se puede situar la hora.',
    severalMeanings: (words) => `«${words}» tiene varios significados. Elija uno.`,
    more: (count) => `${count} más. Siga escribiendo para acortar la lista.`,
    count: (count) => `${count} ${count === 1 ? 'respuesta' : 'respuestas'}`,
    picked: {
      pinned: (name) => `Se añadió ${name}.`,
      present: (name) => `${name} ya está en la lista.`,
      full: (name) => `La lista está llena. Quite un lugar para añadir ${name}.`,
    },
    hints: {
      seconds: 'segundos Unix',
      milliseconds: 'milisegundos Unix',
      first: 'la primera vez: los relojes la muestran dos veces',
      second: 'la segunda vez: los relojes la muestran dos veces',
      skipped: 'los relojes se saltan la hora que escribió',
    },
  },

  travel: {
    heading: 'Otro momento',
    there: (time, place) => `${time} en ${place}`,
    here: (time) => `${time} aquí`,
    both: (there, here, day) => `*${there}* son las *${here}*, ${day}`,
    alone: (here, day) => `*${here}*, ${day}`,
    copyLink: 'Copiar el enlace',
    copied: 'El enlace está copiado.',
    cannotCopy: (link) => `El navegador no deja copiar a esta página. Selecciónelo aquí: ${link}`,
    addToCalendar: 'Añadir al calendario',
    countDown: 'Cuenta atrás',
    countsDown: 'La cuenta atrás está más abajo.',
    backToNow: 'Volver a ahora',
    noMoment: (text) =>
      `«${text}» no es un momento que esta página pueda mostrar. Ejemplo: 2026-12-03T06:00:00Z, entre los años 1900 y 2100.`,
  },

  zones: {
    heading: 'El mismo momento en otros lugares',
    cursor: 'El momento mostrado',
    now: 'ahora',
    citiesBy: 'Ciudades de',
    unknown: (id) => `El servidor no conoce la zona horaria «${id}».`,
    same: 'su hora',
    ahead: (span) => `${span} más que aquí`,
    behind: (span) => `${span} menos que aquí`,
    browserLater: (span) =>
      `según los datos del servidor; según los de su navegador, ${span} más tarde`,
    browserEarlier: (span) =>
      `según los datos del servidor; según los de su navegador, ${span} más temprano`,
    byServerAlone: (change) =>
      `${change} según los datos del servidor, no según los de su navegador`,
    goForward: (span, when) => `los relojes se adelantan ${span} ${when}`,
    goBack: (span, when) => `los relojes se atrasan ${span} ${when}`,
    arrange: 'Ordenar',
    moved: (name, place) => `${name} pasó a la posición ${place}.`,
    removed: (name) => `Se quitó ${name}.`,
    moveUp: (name) => `Subir ${name}`,
    moveDown: (name) => `Bajar ${name}`,
    remove: (name) => `Quitar ${name}`,
  },

  countdown: {
    headings: {
      none: 'Tiempo hasta un instante',
      ahead: 'Tiempo que queda',
      now: 'Tiempo que queda',
      passed: 'Tiempo que ha pasado',
    },
    days: (count, written) => `${written} ${count === 1 ? 'día' : 'días'}`,
    instants: {
      ahead: (instant) => `hasta ${instant}`,
      now: (instant) => `Ahora es ${instant}, dentro del margen.`,
      passed: (instant) => `desde ${instant}`,
    },
    noInstant: (text) => `«${text}» no es un instante válido. Ejemplo: 2027-01-01T00:00:00Z.`,
    instant: 'Cuenta atrás hasta, en su hora',
    name: 'Nombre, si quiere',
    start: 'Empezar la cuenta atrás',
    stop: 'Terminar',
  },

  programs: {
    heading: 'Para programas',
    embed: 'En una página',
    answer: 'La respuesta ahora',
    missing: 'El servidor no responde en este momento.',
    frame: (zone) => `El reloj en un marco, ${zone}`,
    copy: 'Copiar el código',
    again: 'Preguntar otra vez',
    copied: 'Copiado.',
    cannotCopy: 'El navegador no deja copiar a esta página. Seleccione el código.',
    all: 'Toda la API, para leerla y probarla',
  },

  evidence: {
    summary: '¿Cómo se sabe esto?',
    formula: 'Tras un intercambio, el reloj del servidor marca',
    atLeast: 'al menos',
    atMost: 'como mucho',
    symbols:
      'c es el reloj de su dispositivo ahora, c_1 cuando salió la petición, c_4 cuando llegó la respuesta. s_1 y s_2 son el reloj del servidor cuando llegó la petición y cuando salió la respuesta. r y r_s son los pasos de los dos relojes, y d es el límite de su deriva.',
    explanation:
      'La página pregunta al servidor su hora y anota cuándo salió la petición y cuándo llegó la respuesta. Entre ambos momentos el servidor leyó su reloj, así que la hora está en un intervalo tan ancho como la ida y vuelta. La hora verdadera está en la intersección de los intervalos de varios intercambios. Hasta el siguiente, la intersección crece según el límite de deriva de los dos relojes.',
    source: 'Fuente de UTC',
    reason: 'Motivo que da el servidor',
    lastRoundTrip: 'Última ida y vuelta',
    shortestRoundTrip: 'Ida y vuelta más corta',
    exchanges: 'Intercambios mostrados',
    hostClock: 'Reloj del servidor',
    lastReset: 'Último reinicio',
    zoneData: 'Datos de zonas',
    release: (tzdb) => `Los del servidor, edición ${tzdb} de la base de datos tz.`,
    differs: (zone) =>
      `Su navegador tiene otras reglas para ${zone}: la página muestra su hora según las del servidor.`,
    none: 'ninguno todavía',
    causes: {
      'host-clock-changed': 'alguien ajustó el reloj del servidor',
      'device-clock-changed': 'su dispositivo estuvo en reposo o alguien ajustó su reloj',
    },
    contradiction: (gap) => `dos relojes discrepaban en al menos ${gap}`,
  },
};

import type { PaperLanguage } from './slip-words.ts';

interface NoticeWords {
  readonly title: string;
  /** What the law asks to be told (GDPR, article 13), one sentence each; `{site}` and `{phone}` are filled in. */
  readonly sentences: readonly string[];
}

/** Version 1 of the information given at registration; a person's file keeps which version they were given. */
export const noticeWords: Readonly<Record<PaperLanguage, NoticeWords>> = {
  fr: {
    title: 'Vos données',
    sentences: [
      '{site} note votre nom et vos droits pour vous vendre des forfaits et du matériel au prix solidaire.',
      'Nous gardons votre nom, votre naissance, votre contact et votre situation si vous les donnez, qui vous a orienté et ce que vous avez acheté.',
      'Votre nom reste dans ce point d’accueil. Le siège et les financeurs ne reçoivent que des chiffres sans nom.',
      'Tout est effacé deux ans après votre dernière venue, ou plus tôt si vous le demandez.',
      'Vous pouvez voir, corriger ou faire effacer ces informations : demandez-le ici ou au {phone}.',
      'En cas de désaccord : www.cnil.fr',
    ],
  },
  en: {
    title: 'Your data',
    sentences: [
      '{site} notes your name and your rights in order to sell you phone plans and equipment at the solidarity price.',
      'We keep your name, your birth, your contact and your situation if you give them, who referred you and what you bought.',
      'Your name stays at this place. Headquarters and funders only receive figures without names.',
      'Everything is erased two years after your last visit, or earlier if you ask.',
      'You can see, correct or erase this information: ask here or call {phone}.',
      'If you disagree: www.cnil.fr',
    ],
  },
  ar: {
    title: 'بياناتكم',
    sentences: [
      'يسجّل {site} اسمكم وحقوقكم ليبيعكم باقات هاتف وأجهزة بالسعر التضامني.',
      'نحتفظ باسمكم وتاريخ ميلادكم وبوسيلة الاتصال وبوضعكم إن ذكرتموهما، وبالجهة التي وجّهتكم وبما اشتريتم.',
      'يبقى اسمكم في هذا المكان فقط. ولا يصل إلى المقر والجهات الممولة سوى أرقام بلا أسماء.',
      'يُمحى كل شيء بعد سنتين من آخر زيارة لكم، أو قبل ذلك إن طلبتم.',
      'يمكنكم الاطلاع على هذه المعلومات أو تصحيحها أو محوها: اطلبوا ذلك هنا أو على الرقم {phone}.',
      'في حال الاعتراض: www.cnil.fr',
    ],
  },
  es: {
    title: 'Sus datos',
    sentences: [
      '{site} anota su nombre y sus derechos para venderle tarifas y equipos al precio solidario.',
      'Guardamos su nombre, su nacimiento, su contacto y su situación si los da, quién le ha derivado y lo que ha comprado.',
      'Su nombre se queda en este punto. La sede y los financiadores solo reciben cifras sin nombres.',
      'Todo se borra dos años después de su última visita, o antes si lo pide.',
      'Puede ver, corregir o hacer borrar esta información: pídalo aquí o al {phone}.',
      'En caso de desacuerdo: www.cnil.fr',
    ],
  },
  pt: {
    title: 'Os seus dados',
    sentences: [
      '{site} anota o seu nome e os seus direitos para lhe vender tarifários e equipamento ao preço solidário.',
      'Guardamos o seu nome, o seu nascimento, o seu contacto e a sua situação se os der, quem o encaminhou e o que comprou.',
      'O seu nome fica neste local. A sede e os financiadores só recebem números sem nomes.',
      'Tudo é apagado dois anos depois da sua última visita, ou antes se o pedir.',
      'Pode ver, corrigir ou mandar apagar estas informações: peça aqui ou pelo {phone}.',
      'Em caso de desacordo: www.cnil.fr',
    ],
  },
  ru: {
    title: 'Ваши данные',
    sentences: [
      '{site} записывает ваше имя и ваши права, чтобы продавать вам тарифы и технику по солидарной цене.',
      'Мы храним ваше имя, дату рождения, контакт и ситуацию, если вы их сообщили, кто вас направил и что вы купили.',
      'Ваше имя остаётся в этом пункте. Центральный офис и спонсоры получают только цифры без имён.',
      'Всё стирается через два года после вашего последнего визита или раньше, если вы попросите.',
      'Вы можете посмотреть, исправить или удалить эти сведения: попросите здесь или по телефону {phone}.',
      'Если вы не согласны: www.cnil.fr',
    ],
  },
  uk: {
    title: 'Ваші дані',
    sentences: [
      '{site} записує ваше ім’я та ваші права, щоб продавати вам тарифи й техніку за солідарною ціною.',
      'Ми зберігаємо ваше ім’я, дату народження, контакт і ситуацію, якщо ви їх повідомили, хто вас направив і що ви купили.',
      'Ваше ім’я залишається в цьому пункті. Головний офіс і спонсори отримують лише цифри без імен.',
      'Усе стирається через два роки після вашого останнього візиту або раніше, якщо ви попросите.',
      'Ви можете переглянути, виправити або видалити ці відомості: попросіть тут або за телефоном {phone}.',
      'Якщо ви не згодні: www.cnil.fr',
    ],
  },
  fa: {
    title: 'اطلاعات شما',
    sentences: [
      '{site} نام و حقوق شما را ثبت می‌کند تا بسته‌های تلفن و دستگاه را با قیمت همیاری به شما بفروشد.',
      'نام، تاریخ تولد، راه تماس و وضعیت شما (اگر بگویید)، معرف شما و خریدهایتان را نگه می‌داریم.',
      'نام شما فقط در همین محل می‌ماند. دفتر مرکزی و حامیان مالی تنها ارقام بدون نام دریافت می‌کنند.',
      'همه چیز دو سال پس از آخرین مراجعهٔ شما پاک می‌شود، یا زودتر اگر بخواهید.',
      'می‌توانید این اطلاعات را ببینید، اصلاح یا پاک کنید: همین‌جا یا با شمارهٔ {phone} بخواهید.',
      'در صورت اعتراض: www.cnil.fr',
    ],
  },
  bn: {
    title: 'আপনার তথ্য',
    sentences: [
      'সংহতি মূল্যে ফোন প্যাকেজ ও যন্ত্রপাতি বিক্রি করার জন্য {site} আপনার নাম ও অধিকার লিখে রাখে।',
      'আমরা রাখি আপনার নাম, জন্মতারিখ, যোগাযোগ ও পরিস্থিতি (যদি জানান), কে আপনাকে পাঠিয়েছে এবং আপনি কী কিনেছেন।',
      'আপনার নাম শুধু এই কেন্দ্রেই থাকে। প্রধান কার্যালয় ও অর্থদাতারা শুধু নামহীন সংখ্যা পায়।',
      'আপনার শেষ আসার দুই বছর পরে, বা চাইলে আরও আগে, সব মুছে ফেলা হয়।',
      'আপনি এই তথ্য দেখতে, ঠিক করতে বা মুছে ফেলতে পারেন: এখানে বা {phone} নম্বরে বলুন।',
      'আপত্তি থাকলে: www.cnil.fr',
    ],
  },
  zh: {
    title: '您的资料',
    sentences: [
      '{site} 登记您的姓名和权益，以便按互助价向您出售套餐和设备。',
      '我们保存您的姓名、出生信息、您愿意提供的联系方式和情况、转介您的机构以及您购买的物品。',
      '您的姓名只保留在本服务点。总部和资助方只收到不含姓名的数字。',
      '在您最后一次来访两年后，或应您要求更早，所有信息都会被删除。',
      '您可以查看、更正或删除这些信息：请在此提出，或致电 {phone}。',
      '如有异议：www.cnil.fr',
    ],
  },
};

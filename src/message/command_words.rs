//! The words of Discord's commands: names, descriptions, and both in other languages.
//!
//! The one idea: one entry a command or option, so a language is added by adding a line to each. Names are lower case without
//! spaces, at most 32 characters; descriptions at most 100. Discord's list of languages:
//! <https://docs.discord.com/developers/reference#locales>.

/// A name with what it means, and both in other languages.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// As English speakers type it, and as the program knows it.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// Language, name, description.
    pub localised: &'static [(&'static str, &'static str, &'static str)],
}

/// A command with its options.
#[derive(Clone, Copy, Debug)]
pub struct CommandText {
    /// The command.
    pub command: Named,
    /// The options in the order in which they are offered; those that must be given first.
    pub options: &'static [Named],
}

/// Every command that is typed.
pub const COMMANDS: [CommandText; 5] = [
    CommandText {
        command: Named {
            name: "about",
            description: "A fact, organisation, person or term; without a topic, what the bot knows",
            localised: &[
                (
                    "fr",
                    "propos",
                    "Un fait, une organisation, une personne ou un terme ; sans sujet, ce que le bot sait",
                ),
                ("de", "über", "Eine Tatsache, Organisation, Person oder ein Begriff; ohne Thema, was der Bot weiß"),
                (
                    "es-ES",
                    "acerca",
                    "Un hecho, una organización, una persona o un término; sin tema, lo que sabe el bot",
                ),
                (
                    "it",
                    "informazioni",
                    "Un fatto, un'organizzazione, una persona o un termine; senza tema, ciò che il bot sa",
                ),
                ("pt-BR", "sobre", "Um fato, uma organização, uma pessoa ou um termo; sem tema, o que o bot sabe"),
                ("hi", "जानकारी", "कोई तथ्य, संगठन, व्यक्ति या शब्द; विषय न देने पर, बॉट क्या जानता है"),
            ],
        },
        options: &[
            Named {
                name: "topic",
                description: "What to tell about",
                localised: &[
                    ("fr", "sujet", "De quoi parler"),
                    ("de", "thema", "Worüber berichtet werden soll"),
                    ("es-ES", "tema", "De qué informar"),
                    ("it", "tema", "Di che cosa parlare"),
                    ("pt-BR", "tema", "Sobre o que informar"),
                    ("hi", "विषय", "किस बारे में बताना है"),
                ],
            },
            VISIBLE,
        ],
    },
    CommandText {
        command: Named {
            name: "meetings",
            description: "Meetings, newest first; narrow them with any option",
            localised: &[
                ("fr", "réunions", "Les réunions, les plus récentes d'abord ; chaque option restreint la liste"),
                ("de", "treffen", "Treffen, die neuesten zuerst; jede Option engt die Liste ein"),
                ("es-ES", "reuniones", "Reuniones, las más recientes primero; cada opción reduce la lista"),
                ("it", "riunioni", "Riunioni, le più recenti per prime; ogni opzione restringe l'elenco"),
                ("pt-BR", "reuniões", "Reuniões, as mais recentes primeiro; cada opção reduz a lista"),
                ("hi", "बैठकें", "बैठकें, सबसे नई पहले; हर विकल्प सूची को छोटा करता है"),
            ],
        },
        options: &[
            Named {
                name: "find",
                description: "Words of the meeting's name; spelling does not matter",
                localised: &[
                    ("fr", "chercher", "Des mots du nom de la réunion ; l'orthographe importe peu"),
                    ("de", "suche", "Wörter aus dem Namen des Treffens; Schreibfehler schaden nicht"),
                    ("es-ES", "buscar", "Palabras del nombre de la reunión; la ortografía no importa"),
                    ("it", "cerca", "Parole del nome della riunione; l'ortografia non importa"),
                    ("pt-BR", "buscar", "Palavras do nome da reunião; a ortografia não importa"),
                    ("hi", "खोजें", "बैठक के नाम के शब्द; वर्तनी से फ़र्क नहीं पड़ता"),
                ],
            },
            Named {
                name: "from",
                description: "Not before: 2016, July 2016, 21/07/2016, last year",
                localised: &[
                    ("fr", "depuis", "Pas avant : 2016, July 2016, 21/07/2016, last year"),
                    ("de", "von", "Nicht vor: 2016, July 2016, 21/07/2016, last year"),
                    ("es-ES", "desde", "No antes de: 2016, July 2016, 21/07/2016, last year"),
                    ("it", "dal", "Non prima di: 2016, July 2016, 21/07/2016, last year"),
                    ("pt-BR", "desde", "Não antes de: 2016, July 2016, 21/07/2016, last year"),
                    ("hi", "से", "इससे पहले नहीं: 2016, July 2016, 21/07/2016, last year"),
                ],
            },
            Named {
                name: "to",
                description: "Not after: 2016, July 2016, 21/07/2016, last year",
                localised: &[
                    ("fr", "jusque", "Pas après : 2016, July 2016, 21/07/2016, last year"),
                    ("de", "bis", "Nicht nach: 2016, July 2016, 21/07/2016, last year"),
                    ("es-ES", "hasta", "No después de: 2016, July 2016, 21/07/2016, last year"),
                    ("it", "al", "Non dopo: 2016, July 2016, 21/07/2016, last year"),
                    ("pt-BR", "até", "Não depois de: 2016, July 2016, 21/07/2016, last year"),
                    ("hi", "तक", "इसके बाद नहीं: 2016, July 2016, 21/07/2016, last year"),
                ],
            },
            Named {
                name: "organisation",
                description: "Only those with this organisation or person",
                localised: &[
                    ("fr", "organisation", "Seulement celles avec cette organisation ou cette personne"),
                    ("de", "organisation", "Nur die mit dieser Organisation oder Person"),
                    ("es-ES", "organización", "Solo aquellas con esta organización o persona"),
                    ("it", "organizzazione", "Solo quelle con questa organizzazione o persona"),
                    ("pt-BR", "organização", "Somente as que tiveram esta organização ou pessoa"),
                    ("hi", "संगठन", "केवल इस संगठन या व्यक्ति वाली"),
                ],
            },
            Named {
                name: "topic",
                description: "Only those about this",
                localised: &[
                    ("fr", "sujet", "Seulement celles sur ce sujet"),
                    ("de", "thema", "Nur die zu diesem Thema"),
                    ("es-ES", "tema", "Solo aquellas sobre este tema"),
                    ("it", "tema", "Solo quelle su questo tema"),
                    ("pt-BR", "tema", "Somente as que tratam deste tema"),
                    ("hi", "विषय", "केवल इस विषय वाली"),
                ],
            },
            VISIBLE,
        ],
    },
    CommandText {
        command: Named {
            name: "attendees",
            description: "Who took part in a meeting, where somebody took part, or whether somebody was there",
            localised: &[
                (
                    "fr",
                    "participants",
                    "Qui a participé à une réunion, où quelqu'un a participé, ou si quelqu'un y était",
                ),
                ("de", "teilnehmer", "Wer an einem Treffen teilnahm, wo jemand teilnahm, oder ob jemand dort war"),
                (
                    "es-ES",
                    "participantes",
                    "Quién participó en una reunión, dónde participó alguien, o si alguien estuvo allí",
                ),
                (
                    "it",
                    "partecipanti",
                    "Chi ha partecipato a una riunione, dove ha partecipato qualcuno, o se qualcuno c'era",
                ),
                (
                    "pt-BR",
                    "participantes",
                    "Quem participou de uma reunião, onde alguém participou, ou se alguém estava lá",
                ),
                ("hi", "प्रतिभागी", "बैठक में कौन था, कोई कहाँ-कहाँ शामिल हुआ, या कोई वहाँ था या नहीं"),
            ],
        },
        options: &[
            Named {
                name: "meeting",
                description: "The meeting; spelling does not matter",
                localised: &[
                    ("fr", "réunion", "La réunion ; l'orthographe importe peu"),
                    ("de", "treffen", "Das Treffen; Schreibfehler schaden nicht"),
                    ("es-ES", "reunión", "La reunión; la ortografía no importa"),
                    ("it", "riunione", "La riunione; l'ortografia non importa"),
                    ("pt-BR", "reunião", "A reunião; a ortografia não importa"),
                    ("hi", "बैठक", "बैठक; वर्तनी से फ़र्क नहीं पड़ता"),
                ],
            },
            Named {
                name: "who",
                description: "The organisation or person",
                localised: &[
                    ("fr", "qui", "L'organisation ou la personne"),
                    ("de", "wer", "Die Organisation oder Person"),
                    ("es-ES", "quién", "La organización o persona"),
                    ("it", "chi", "L'organizzazione o la persona"),
                    ("pt-BR", "quem", "A organização ou pessoa"),
                    ("hi", "कौन", "संगठन या व्यक्ति"),
                ],
            },
            VISIBLE,
        ],
    },
    CommandText {
        command: Named {
            name: "ask",
            description: "Ask in your own words about IOM in the Maldives",
            localised: &[
                ("fr", "demander", "Posez en anglais une question sur l'OIM aux Maldives"),
                ("de", "fragen", "Fragen Sie auf Englisch nach der IOM auf den Malediven"),
                ("es-ES", "preguntar", "Pregunta en inglés sobre la OIM en las Maldivas"),
                ("it", "chiedi", "Fai in inglese una domanda sull'OIM alle Maldive"),
                ("pt-BR", "perguntar", "Pergunte em inglês sobre a OIM nas Maldivas"),
                ("hi", "पूछें", "मालदीव में IOM के बारे में अंग्रेज़ी में पूछें"),
            ],
        },
        options: &[
            Named {
                name: "question",
                description: "The question; spelling does not matter",
                localised: &[
                    ("fr", "question", "La question ; l'orthographe importe peu"),
                    ("de", "frage", "Die Frage; Schreibfehler schaden nicht"),
                    ("es-ES", "pregunta", "La pregunta; la ortografía no importa"),
                    ("it", "domanda", "La domanda; l'ortografia non importa"),
                    ("pt-BR", "pergunta", "A pergunta; a ortografia não importa"),
                    ("hi", "प्रश्न", "प्रश्न; वर्तनी से फ़र्क नहीं पड़ता"),
                ],
            },
            VISIBLE,
        ],
    },
    CommandText {
        command: Named {
            name: "help",
            description: "What can be asked, with examples",
            localised: &[
                ("fr", "aide", "Ce qu'on peut demander, avec des exemples"),
                ("de", "hilfe", "Was gefragt werden kann, mit Beispielen"),
                ("es-ES", "ayuda", "Qué se puede preguntar, con ejemplos"),
                ("it", "aiuto", "Che cosa si può chiedere, con esempi"),
                ("pt-BR", "ajuda", "O que se pode perguntar, com exemplos"),
                ("hi", "मदद", "क्या पूछा जा सकता है, उदाहरणों के साथ"),
            ],
        },
        options: &[VISIBLE],
    },
];

/// The entry in the menu of a message; such an entry has no description.
pub const MENU: Named = Named {
    name: super::discord_words::ASK_ABOUT_THIS,
    description: "",
    localised: &[
        ("fr", "Demander à ce sujet", ""),
        ("de", "Dazu fragen", ""),
        ("es-ES", "Preguntar sobre esto", ""),
        ("it", "Chiedi su questo", ""),
        ("pt-BR", "Perguntar sobre isto", ""),
        ("hi", "इसके बारे में पूछें", ""),
    ],
};

/// Who sees the answer.
pub const VISIBLE: Named = Named {
    name: "visible",
    description: "Show the answer to everybody here; otherwise only you see it",
    localised: &[
        ("fr", "visible", "Montrer la réponse à tout le monde ici ; sinon vous seul la voyez"),
        ("de", "sichtbar", "Die Antwort allen hier zeigen; sonst sehen nur Sie sie"),
        ("es-ES", "visible", "Mostrar la respuesta a todos aquí; si no, solo tú la ves"),
        ("it", "visibile", "Mostra la risposta a tutti qui; altrimenti la vedi solo tu"),
        ("pt-BR", "visível", "Mostrar a resposta a todos aqui; senão, só você a vê"),
        ("hi", "सार्वजनिक", "उत्तर यहाँ सबको दिखाएँ; नहीं तो केवल आप देखेंगे"),
    ],
};

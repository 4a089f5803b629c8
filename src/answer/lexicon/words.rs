//! The words themselves, in lists that a reader can scan.
//!
//! The one idea: a line of words is easier to read, and to add to, than a line a word.

use super::Cue;

/// The words of each cue, folded, with a space between. A word stands once.
pub(super) const CUES: &[(Cue, &str)] = &[
    (
        Cue::Who,
        "who whom whos whose whoever hoo politician politicians dignitary dignitaries whoevers whomever whod wholl \
         whove whoz whu woh whosoever whomsoever bigwig bigwigs bigshot bigshots vip vips luminaries notables",
    ),
    (
        Cue::What,
        "what whats wat wht wats waht whta explain describe wha whut wut wot wots whts whatd whatre whatll whatve \
         watcha whatcha wt wotz wahts",
    ),
    (
        Cue::When,
        "when whens wen whn wehn date dates dated datum weekday weekdays whend whenz whenabouts timeframe timing timeline",
    ),
    (
        Cue::Where,
        "where wheres whr wher venue place location located venu wherebouts whereabouts whereabout venues locations \
         places locale wherez whre",
    ),
    (Cue::Why, "why reason reasons because whys wy whyd rationale motive motives motivation justification"),
    (Cue::Which, "which wich whihc whch whichs wch whitch wichever whihch"),
    (
        Cue::HowMany,
        "number count total many mny howmany headcount turnout nos nbr num nums numbr tally headcounts hwmany howmny \
         quantity crowded",
    ),
    (
        Cue::Chair,
        "chair chairs chaired chairing chairperson chairman chairwoman chairmen chairpersons cochair cochaired \
         cochairs cochairing led lead leading presided presiding preside headed moderated moderator spearheaded \
         spearheading fronted helmed steered cochairperson cochairpersons cochairman cochairmen cochairwoman \
         chairmanship cochairmanship chairwomen chaird moderates moderating moderators moderate spearhead spearheads \
         presides presider helm helming copresided",
    ),
    (
        Cue::Organise,
        "organise organised organising organiser organisers organises organize organized organizing organizer \
         organizers organizes host hosted hosting hosts arranged arrange convened convene convenor behind coorganised \
         coorganiser coorganisers coorganizer facilitated staged conducted arranges arranging arranger convenes \
         convening convener conveners convenors coconvened coconvener cohost cohosted cohosts cohosting coorganise \
         coorganize coorganized coorganising coorganizing organisor organisors organizor organizors orgd orgnzd \
         orgnsd orgnised orgnized facilitator facilitators facilitating facilitate facilitates staging orchestrated \
         auspices aegis conducting hoster hosters",
    ),
    (
        Cue::Attend,
        "attend attended attending attends attendee attendees attendence attendance present participated \
         participating participate participates joined join came come invited turned showed took part take went \
         represented involved attendances attendies atendees attnd attnded attendend partake partook partaken \
         partaking participation participations participator participators invite invites inviting graced gracing \
         accompanied accompany accompanying guestlist rollcall turnup showup attd atnd",
    ),
    (
        Cue::Speak,
        "speak spoke speaker speakers speech speeches speaking keynote remarks addressed quoted said say speaks \
         spkr spkrs spk spks orator orators presenter presenters panellist panellists panelist panelists quote \
         quotation quoting commented comment comments remark remarked intervened voiced lectured opined quotes",
    ),
    (
        Cue::Discuss,
        "discuss discussed discussing discussion discussions topic topics agenda talk talks talked talking covered \
         cover covers taught teach learned learnt summary summarise summarize tackled issues subject subjects theme \
         purpose aim aims goal goals objective objectives content substance gist recap rundown themes thematic \
         thematics deliberate deliberated deliberating deliberation deliberations deliberates debated debate debates \
         debating conversed conversation conversations converse brainstormed brainstorm brainstorming focus focused \
         focussed focuses focusing focussing essence crux thrust recaps recapped recapping synopsis precis summaries \
         summarised summarized summarising summarizing summarizes summarises outline outlined outlines agendas \
         rundowns tlk tlkd tlked tlking tlks discsd discus dscussed discuses discusd dicuss dicussed tabled broached \
         floated flagged mooted explored explore transpired transpire unfolded unfold arose arise arises arisen \
         intention intentions purposes scope readout writeup debrief lowdown tldr proceedings tackle tackles tackling \
         addressing dwelt revolved revolve revolves emphasis highlighted takehome",
    ),
    (
        Cue::Decide,
        "decide decided commit commits agreed decision decisions outcome outcomes result results resulted concluded conclusion \
         conclusions achieved resolved resolution resolutions recommended recommend recommends recommendation \
         recommendations takeaway takeaways upshot resolve resolves resolving decides deciding agree agrees agreeing \
         concluding concludes achieve achieves achieving achievement achievements accomplish accomplished \
         accomplishments accomplishment deliverable deliverables yielded yield outputs output consensus consequence \
         consequences suggested suggestion suggestions suggest proposed propose ensued emerge emerges followups \
         recomended recomendations recomendation recommending decission decisons decsn decsns outcom outcms takeways \
         resulting reccomended",
    ),
    (Cue::Latest, "latest last recent recently newest lastest latests recents ltst freshest recentmost latestest"),
    (Cue::Earliest, "earliest oldest initial earlyest frst maiden"),
    (Cue::Next, "next upcoming future scheduled forthcoming soon nxt slated imminent foreseen"),
    (
        Cue::StandsFor,
        "define definition meaning mean means stand stands acronym abbreviation abbreviated short full form expand \
         expansion spelled acronyms initials initialism abbrev abbr abbrv abbreviations abbreviate abbreviates \
         meanings definitions defined defining decipher decode decoded spell spells spelt spelling signify signifies \
         signified denote denotes denoted longhand unabbreviated shortened shortform fullform acronyme acronymn stnd \
         stnds meant defines",
    ),
    (
        Cue::List,
        "list show all every any each overview lists some listing listings enumerate enumerated enumerating itemise \
         itemize itemised itemized tabulate catalogue catalog roster showing evry",
    ),
    (
        Cue::Compare,
        "compare compared comparison difference differ versus vs differences comparing compares comparisons \
         comparative contrast contrasts contrasted contrasting differs differed differing distinguish distinguishes \
         distinction distinctions distinct similarity similarities similar alike likeness unlike dissimilar parallels \
         overlap overlaps overlapped overlapping commonality commonalities compar diff diffs difrence diffrence \
         diffrent",
    ),
    (
        Cue::Order,
        "older newer earlier later before after sooner b4 bfr bfore befor bef aftr prior preceding preceded precede \
         precedes predate predates predated postdate postdates afterwards afterward thereafter subsequently \
         subsequent beforehand",
    ),
    (
        Cue::Anaphora,
        "it its that this they them there those these he she him her their theirs same tht ths thes thse tha tis itd \
         itll theyll theyd dese dey deir aforementioned aforesaid abovementioned abovesaid latter thereof therein \
         thereat thereto ditto hers",
    ),
    (
        Cue::Meeting,
        "meeting meetings event events mtg mtgs mtng mtngs meting meetin happening happenings gathering gatherings \
         activities activity session sessions meetup meetups sitdown occasion occasions encounter encounters evnt \
         evnts mtn mtns meetng meetngs metting meetins meetinggs eventz",
    ),
    (
        Cue::People,
        "people ppl person persons participant participants guest guests everyone anyone someone delegate delegates \
         stakeholder stakeholders attendants representatives representative folks somebody anybody everybody \
         organisations organizations agencies countries bodies groups units ministries embassies departments \
         institutions parties crowd crowds audience audiences pple ppls peple poeple peopl pax invitee invitees \
         individual individuals contingent contingents delegations entity entities orgs folk personalities someones \
         somebodies every1 any1 some1 sum1 evry1 everyones anyones participents participnts particpants delgates \
         delegats",
    ),
    (
        Cue::Not,
        "not no wasnt werent didnt isnt never without except non arent hasnt cannot doesnt havent hadnt wont dint \
         didint wasent nor excluding exclude excluded excludes noone no1 wsnt didnot",
    ),
    (
        Cue::Detail,
        "salary salaries duration minutes transcript recording recordings video videos photo photos picture pictures \
         lunch menu food catering weather hours livestream slides presentation presentations age married wife husband \
         religion clock oclock wear wore birthday born eat ate dinner breakfast parking dress mins ppt pptx \
         powerpoint pics pic footage audio selfie selfies snap snaps timings snacks buffet coffee seating dresscode \
         height weight hobby hobbies webcast transcripts transcription",
    ),
    (Cue::HowMuch, "cost costs costed price expensive pricey priced dollars pricetag howmuch hwmuch"),
    (
        Cue::Money,
        "paid pay pays money fund funds funded funder funders financed sponsored sponsor sponsors donor donors spent \
         spend payer payers paying payed payd financier financiers financing bankrolled bankrolling sponsorship \
         sponsoring sponsorships benefactor benefactors backer backers underwrote underwritten subsidised subsidized \
         fundings donars donar moneys monies spends spending finacned fundd",
    ),
    (
        Cue::Contact,
        "phone telephone hotline hotlines helpline tel whatsapp mobile fax contact contacts address addresses \
         directions postcode fone fon phon viber telegram helplines call email emails mail phones telephones phno \
         cellphone landline emailid gmail mailbox contactable helpdesk pobox zipcode postal",
    ),
    (Cue::By, "by"),
    (Cue::At, "at in to"),
    (
        Cue::Auxiliary,
        "did was were is are has have had does do wer waz ws wz wuz wos wre ar hv hs hd hve hav hass didd doz isit \
         wasit",
    ),
    (Cue::Complete, "only complete else exhaustive others exclusively solely merely incomplete onli"),
    (Cue::HowLong, "lasted lasts lasting length lengthy"),
];

/// Words that say nothing about the subject, unless they are cues.
pub(super) const FILLERS: &str = "al a an the of for from with and or but so also then than as on into i me my mine we us our you your yours be been \
     being am will would can could should shall may might must please pls plz plss thanks thank thx hi hello hey hii \
     dear bot tell give gimme know knows want wanna need like find get got see look looking search read hear heard \
     ask asking question wonder wondering curious remind info infos information detail details more about abt \
     regarding concerning related relating happen happened happens held hold occur occurred taken just really \
     actually exactly again still even ever now currently current today nowadays presently how if let lets go going \
     goes thing things stuff something anything everything here up down out off over one ones other another both \
     either too very much few lot lots okay ok oh um well yes yeah quick quickly kindly sir madam maam guys team \
     buddy man bro u ur r n s t re ve ll d m dont role roles between during within since until till year years month \
     months day days week weeks time times co kind type sort name named called listed mentioned mention made make \
     makes making done doing exist exists use used work works worked matter matters main important exact precise \
     precisely correct right true wrong sure think believe guess remember forgot forget understand help whole own \
     via per upon yet already once twice way case seems seem alone wasn didn isn weren im ive id idk lol btw asap \
     hmm ya yo put set gives gave given says learn share provide regards record records recorded knowledge source \
     sources morning afternoon evening good great nice basically maybe perhaps probably alright whether through \
     towards around along having ago back thats theres particular specific specifically available appear appears \
     appeared mid behalf names delivered delivers delivering known missed miss live lives living reside early late \
     robot chatbot ai run runs ran running become became becoming sorry bother bothering cheers reminder etc involving newly \
     urgently urgent hiya greetings mate pal dude hoping hope hopefully helpful appreciate appreciated grateful ta \
     tnx ty trying try tried clarify clarification confirm check checking double refresh briefly simply literally \
     honestly obviously apparently supposedly supposed allegedly yep nope nah wow cool awesome perfect er uh umm hm \
     huh eh honest quickie newbie ref updates fyi tbh rn anyways anyway though although however therefore hence \
     pretty quite rather fairly mostly mainly usually normally generally together actual proper properly certainly \
     definitely surely absolutely totally completely entirely fully possible possibly kinda sorta gonna gotta lemme \
     dunno cant couldnt wouldnt shouldnt clue word words answer answers answered reply confused confusing stuck \
     wondered told telling bit little while moment sec thanku thankyou thnx thnks thanx plzz pleas pleeease warm \
     hows bring speed whenever wherever someway somehow heres his hereby whatever whichever everywhere nowhere \
     anywhere somewhere summer winter spring autumn nutshell besides amongst among alongside beneath beyond outside \
     inside across toward unto max maximum min minimum single sole lone real genuine truly yrs yr mths mth wks hrs \
     dat dis dem wassup sup worldwide allowed allow allows permitted permit permits able unable bringing brings \
     brought gets getting gotten gone putting puts keep keeps kept keeping saying big bigger biggest large small \
     smaller smallest huge tiny major minor flew fly flies flying drove drive travelled traveled popped stopped \
     notes lads ladies gents gentlemen anymore longer bad badly easy easily hard simple wide widely broad broadly \
     roughly approximately approx circa nearly almost respectively especially sorts kinds types bits piece pieces \
     parts amount amounts facts background reckon suppose assume assumed guessing saw sees seen seeing plus aside \
     regardless meanwhile nevertheless onwards onward eventually finally initially originally lately formally \
     officially jointly personally publicly locally himself herself itself themselves myself yourself ourselves \
     theyre youre weve theyve youve hes shes aint bout cos coz cuz bcoz bcs bc atm imo imho iirc afaik fwiw uni \
     peeps peep old body fellow fellows sake effort efforts doors top wants wanted term wise side sides fast \
     globally internationally most mr mrs ms w wid wif wth wit wnt wnts wd shd cd wld shld cld nd frm bw btwn btween \
     jst jus rly rlly bcz becoz becuz becos bcause da teh hw howd howre howbout howabout whatabout bt gud mrng \
     mornin evng kk okie okey oki hlo helo heya howdy hlw hihi yoo yaar pleez plis pliz pliss plse pleese tysm tq \
     tks thks tkx thku thanq thankss lmk omg wtf lmao haha hehe hahaha lolz nvm nevermind wdym wym ikr tia rgds \
     asapp eod yall innit cmon gotcha hafta oughta shoulda coulda woulda smthg smth sumthing smthing smtg somthing \
     evrything evrythng anythng nythng nothing nuthin nothin bruh broh bhai bhaiya bhaiyya sis habibi salaam salaams \
     assalamu alaikum assalaamu alaikkum assalamualaikum walaikum namaste shukriya shukuriyya shukuriyyaa kihineh \
     bonjour hola gracias marhaba wk wkly yrly mnth dossier particulars specifics essentials basics informations \
     infomation furthermore moreover additionally incidentally likewise similarly accordingly thus thereby \
     nonetheless notwithstanding albeit whereas herewith henceforth whereby wherein whereof firstly secondly thirdly \
     lastly anytime sometime sometimes whatsoever whatnot apropos viz ie eg aka wrt pertaining pertain pertains ibid \
     apologies apology apologise apologize apologizing apologising excuse humbly humble cordially sincerely sincere \
     dearest respected esteemed honourable honorable hon excellency excellencies gladly glad thankful thankfully \
     obliged pleasure politely respectfully graciously congrats welcoming greatly deeply pleasant advise advising \
     enquire enquiring inquiring enquired inquired query queries ascertain needful revert furnish specify specifies \
     specified specifying elaborate elaborates elaborating elaboration elucidate enlighten enlightened illuminate \
     acquaint familiarise familiarize refreshing refresher narrate clarifying clarifications clarified clarifies \
     confirming confirms confirmation reconfirm recheck rechecking doublecheck crosscheck factcheck recall recalls \
     recalled recalling recollect recollection remembered remembering remembers reminded reminding reminds guessed \
     guesses thinks thought thinking presumably supposing imagine imagined reckoned figured doubt doubts doubtful \
     doubting doubted uncertain vaguely hazy puzzled puzzling baffled confuse confuses confusion misremember \
     misremembering misremembered overheard hopeful wish seek seeking needed needing knw kno knwo knowing knew noe \
     tellme gimmie giv gve seemingly evidently arguably undoubtedly reportedly purportedly purported truthfully \
     frankly realistically ideally preferably essentially fundamentally overall altogether explicitly explicit \
     implicitly accurate accurately accuracy precision reliable reliably reliability certainty confidence confident \
     definite definitive definitively conclusively tentative tentatively approximate inferring guesswork credible \
     plausible plausibly unlikely factual factually verbatim several various numerous multiple plenty handful \
     whichsoever everytime eachother instance instances include included including consist consists consisted \
     comprised comprises composed occurs occurring holding undertaken realise realised realize realized typo typos \
     misspelt misspelled wording worded phrased rephrase rephrasing reword cite breakdown chronological \
     chronologically alphabetically alphabetical bulleted span thingy thingie thingies whatsit hisself urself \
     forgotten forgetting forgettin urgentish pronto swiftly promptly speedily instantly straightaway rightaway \
     wanting preferring prefer preferred actualy definately basicly obvs obv def defo deffo prob prolly defs legit \
     anywho noob bye goodbye cya ttyl nite goodnight includes described describes describing certain shows shown \
     such likely instead further mentions mentioning believed believes believing citation citations deets detailed \
     enquiries enquiry final friend friends indicate indicated indicates indicating inquire presume presumed \
     presuming probs cited cites citing sum sums rumor rumors rumour rumours salam sought unclear unsure";

/// Words that stand in nearly everything here: they never have to be explained, but still help to rank.
pub(super) const SOFT: &str = "maldives maldivian maldivians maldive male mv iom oim international organization organisation migration \
     country national government officials official office project programme program new govt gov gvt ours";

/// The words of questions as chats spell them: a phrase is known by them as well. The first of a line is the word.
pub(super) const CHAT_SPELLINGS: &[&str] = &[
    "what wat wht wot wut whta waht wats whats wt",
    "which wich whihc whch whitch wch",
    "when wen whn wehn wn",
    "where wher whr whre",
    "who hoo whu",
    "how hw hwo",
    "many mny meny mani mnay",
    "much mch",
    "you u",
    "before b4",
    "the teh",
    "was ws wz waz",
];

/// Short words that are mistyped more often than any other.
pub(super) const FUNCTION_WORDS: &str = "the and that this with from have does what when where which were who how many tell about they there your \
     please did was are for you can find";

/// Words that mean the country, which every entry is about.
pub(super) const COUNTRY: &str = "maldives maldivian maldivians maldive male mv country national international";

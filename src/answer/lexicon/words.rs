//! The words themselves, in lists that a reader can scan.
//!
//! The one idea: a line of words is easier to read, and to add to, than a line a word.

use super::Cue;

/// The words of each cue, folded, with a space between. A word stands once.
pub(super) const CUES: &[(Cue, &str)] = &[
    (Cue::Who, "who whom whos whose whoever hoo politician politicians dignitary dignitaries"),
    (Cue::What, "what whats wat wht wats waht whta explain describe"),
    (Cue::When, "when whens wen whn wehn date dates dated datum weekday weekdays"),
    (Cue::Where, "where wheres whr wher venue place location located venu"),
    (Cue::Why, "why reason reasons because"),
    (Cue::Which, "which wich whihc whch"),
    (Cue::HowMany, "number count total many mny howmany headcount turnout"),
    (
        Cue::Chair,
        "chair chairs chaired chairing chairperson chairman chairwoman chairmen chairpersons cochair cochaired \
         cochairs cochairing led lead leading presided presiding preside headed moderated moderator \
         spearheaded spearheading fronted helmed steered",
    ),
    (
        Cue::Organise,
        "organise organised organising organiser organisers organises organize organized organizing organizer \
         organizers organizes host hosted hosting hosts arranged arrange convened convene convenor behind \
         coorganised coorganiser coorganisers coorganizer facilitated staged conducted",
    ),
    (
        Cue::Attend,
        "attend attended attending attends attendee attendees attendence attendance present participated \
         participating participate participates joined join came come invited turned showed took part take went \
         represented involved",
    ),
    (Cue::Speak, "speak spoke speaker speakers speech speeches speaking keynote remarks addressed quoted said say"),
    (
        Cue::Discuss,
        "discuss discussed discussing discussion discussions topic topics agenda talk talks talked talking covered cover covers \
         taught teach learned learnt summary summarise summarize tackled issues subject subjects theme purpose aim aims goal goals objective objectives content \
         substance gist recap rundown",
    ),
    (
        Cue::Decide,
        "decide decided agreed decision decisions outcome outcomes result results resulted concluded conclusion \
         conclusions achieved resolved resolution resolutions recommended recommend recommends recommendation recommendations takeaway takeaways upshot",
    ),
    (Cue::Latest, "latest last recent recently newest lastest"),
    (Cue::Earliest, "earliest oldest"),
    (Cue::Next, "next upcoming future scheduled forthcoming soon"),
    (
        Cue::StandsFor,
        "define definition meaning mean means stand stands acronym abbreviation abbreviated short full form \
         expand expansion spelled acronyms",
    ),
    (Cue::List, "list show all every any each overview lists some"),
    (Cue::Compare, "compare compared comparison difference differ versus vs differences"),
    (Cue::Order, "older newer earlier later before after sooner"),
    (Cue::Anaphora, "it its that this they them there those these he she him her their theirs same"),
    (
        Cue::Meeting,
        "meeting meetings event events mtg mtgs mtng mtngs meting meetin happening happenings gathering \
         gatherings activities activity session sessions",
    ),
    (
        Cue::People,
        "people ppl person persons participant participants guest guests everyone anyone someone delegate \
         delegates stakeholder stakeholders attendants representatives representative folks somebody \
         anybody everybody organisations organizations agencies countries bodies groups units ministries embassies departments institutions parties",
    ),
    (Cue::Not, "not no wasnt werent didnt isnt never without except non arent hasnt"),
    (
        Cue::Detail,
        "salary salaries duration minutes transcript recording recordings video videos photo photos picture \
         pictures lunch menu food catering weather hours livestream slides presentation presentations age married \
         wife husband religion clock oclock wear wore \
         birthday born eat ate dinner breakfast parking dress",
    ),
    (Cue::HowMuch, "cost costs costed price expensive"),
    (
        Cue::Money,
        "paid pay pays money fund funds funded funder funders financed sponsored sponsor sponsors donor donors \
         spent spend",
    ),
    (
        Cue::Contact,
        "phone telephone hotline hotlines helpline tel whatsapp mobile fax contact contacts address addresses \
         directions postcode fone fon phon viber telegram helplines call email emails mail",
    ),
    (Cue::By, "by"),
    (Cue::At, "at in to"),
    (Cue::Auxiliary, "did was were is are has have had does do wer waz"),
    (Cue::Complete, "only complete else exhaustive others"),
];

/// Words that say nothing about the subject, unless they are cues.
pub(super) const FILLERS: &str = "a an the of for from with and or but so also then than as on into i me my mine we us our you your yours be \
     been being am will would can could should shall may might must please pls plz plss thanks thank thx hi hello \
     hey hii dear bot tell give gimme know knows want wanna need like find get got see look looking search read \
     hear heard ask asking question wonder wondering curious remind info infos information detail details more \
     about abt regarding concerning related relating happen happened happens held hold occur occurred taken just \
     really actually exactly again still even ever now currently current today nowadays presently how if let lets \
     go going goes thing things stuff something anything everything here up down out off over one ones other \
     another both either too very much few lot lots okay ok oh um well yes yeah quick quickly kindly sir madam \
     maam guys team buddy man bro u ur r n s t re ve ll d m dont role roles between during within since until \
     till year years month months day days week weeks time times co kind type sort name named called listed \
     mentioned mention made make makes making done doing exist exists use used work works worked matter matters \
     main important exact precise precisely correct right true wrong sure think believe guess remember forgot \
     forget understand help whole own via per upon yet already once twice way case seems seem alone wasn didn isn weren \
     im ive id idk lol btw asap hmm ya yo put set gives gave given says learn share provide regards record \
     records recorded knowledge source sources morning afternoon evening good great nice basically maybe perhaps \
     probably alright whether through towards around along having ago back thats theres particular specific \
     specifically available appear appears appeared mid behalf names delivered delivers delivering known missed miss live lives living reside early late robot chatbot ai run runs ran \
     running become became becoming sorry bother bothering cheers reminder etc urgently urgent hiya greetings \
     mate pal dude hoping hope hopefully helpful appreciate appreciated grateful ta tnx ty trying try tried \
     clarify clarification confirm check checking double refresh briefly simply literally honestly obviously \
     apparently supposedly supposed allegedly yep nope nah wow cool awesome perfect er uh umm hm huh eh honest \
     quickie newbie ref updates fyi tbh rn anyways anyway though although however therefore hence pretty \
     quite rather fairly mostly mainly usually normally generally together actual proper properly certainly \
     definitely surely absolutely totally completely entirely fully possible possibly kinda sorta gonna gotta \
     lemme dunno cant couldnt wouldnt shouldnt clue word words answer answers answered reply confused \
     confusing stuck wondered told telling bit little while moment sec thanku thankyou thnx thnks thanx plzz \
     pleas pleeease warm hows bring speed whenever wherever someway somehow heres his hereby \
     whatever whichever everywhere nowhere anywhere somewhere summer winter spring autumn nutshell besides amongst \
     among alongside beneath beyond outside inside across toward unto max maximum min minimum single sole lone real \
     genuine truly yrs yr mths mth wks hrs dat dis dem wassup sup worldwide allowed allow allows permitted permit \
     permits able unable bringing brings brought gets getting gotten gone putting puts keep keeps kept keeping \
     saying big bigger biggest large small smaller smallest huge tiny major minor flew fly flies flying drove drive \
     travelled traveled popped stopped notes lads ladies gents gentlemen anymore longer bad \
     badly easy easily hard simple wide widely broad broadly roughly approximately approx circa nearly almost \
     respectively especially sorts kinds types bits piece pieces parts amount amounts facts background reckon \
     suppose assume assumed guessing saw sees seen seeing plus aside regardless meanwhile nevertheless onwards \
     onward eventually finally initially originally lately formally officially jointly personally publicly locally \
     himself herself itself themselves myself yourself ourselves theyre youre weve theyve youve hes shes aint bout \
     cos coz cuz bcoz bcs bc atm imo imho iirc afaik fwiw uni peeps peep old body fellow fellows sake effort efforts doors top wants wanted term wise side sides fast globally internationally most mr mrs ms";

/// Words that stand in nearly everything here: they never have to be explained, but still help to rank.
pub(super) const SOFT: &str = "maldives maldivian maldivians maldive male mv iom oim international organization organisation migration \
     country national government officials official office project programme program new govt gov gvt ours";

/// Short words that are mistyped more often than any other.
pub(super) const FUNCTION_WORDS: &str = "the and that this with from have does what when where which were who how many tell about they there your \
     please did was are for you can find";

/// Words that mean the country, which every entry is about.
pub(super) const COUNTRY: &str = "maldives maldivian maldivians maldive male mv country national international";

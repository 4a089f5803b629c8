//! Words that say one thing together, in lists that a reader can scan.
//!
//! The one idea: a phrase asks for what none of its words asks for alone. Words in which something of a subject may be
//! said stand in no phrase, since a phrase swallows them.

use super::Cue;

/// Phrases that mean one word of the knowledge, which takes their place: longer ones stand first.
pub(super) const MEANING: &[(&str, &str)] = &[
    ("got kicked off", "dropped"),
    ("were kicked off", "dropped"),
    ("was kicked off the", "dropped"),
    ("kicked out of", "dropped"),
    ("kicked out", "dropped"),
    ("thrown off", "dropped"),
    ("thrown out", "dropped"),
    ("sat down with", "met"),
    ("sit down with", "meet"),
    ("let into", "admitted"),
];

/// The phrases of each cue, folded, with a comma between.
pub(super) const ASKING: &[(Cue, &str)] = &[
    (
        Cue::Who,
        "name of the, names of people, names of the people, the name of the person, what persons, \
         which ministry, which official, which officials, who all, who and who, who in the world, whos all",
    ),
    (Cue::What, "do they call, do you call, how do you call, what all"),
    (
        Cue::When,
        "at what point, at what point in time, back when, calendar date, date and year, day and date, \
         day and month, exact date, exact day, how far back, how long ago, how long back, how soon, \
         month and year, on what date, on what day, point in time, since when, till when, time frame, what day, \
         what month, what period, what quarter, what time of the year, what time of year, what week, what year, \
         what years, when abouts, when all, when roughly, which day, which month, which quarter, \
         which time of year, which time period, which week, which year, which years",
    ),
    (
        Cue::Where,
        "at whose office, at whose premises, in what country, in which city, in which country, in which hotel, \
         in which place, in which town, on which island, under whose roof, were is, were was, what building, \
         what city, what hall, what hotel, what island, what location, what place, what room, what town, \
         what venue, where abouts, where all, which atoll, which building, which city, which hall, which hotel, \
         which island, which location, which place, which room, which town, whose office, whose premises",
    ),
    (
        Cue::Why,
        "for what cause, for what reason, how come, how so, logic behind, motive behind, on what basis, \
         on what grounds, rationale behind, reason behind, reason why, reasons behind, the thinking behind, \
         thinking behind, to what end, what for, what motivated, what prompted, what triggered, y did, y is, \
         y was, y were",
    ),
    (Cue::Which, "which all, which among, which amongst"),
    (
        Cue::HowMany,
        "head count, how big, how crowded, how full, how large, how many, how much attended, how much attendees, \
         how much came, how much delegates, how much participants, how much people, how much persons, \
         how numerous, how sizeable, how well attended, in number, in numbers, no of, nos of, nr of, num of, \
         poorly attended, size of the audience, size of the crowd, size of the group, well attended, \
         what number, what number of, what size, what was the size, who many",
    ),
    (
        Cue::Chair,
        "at the head of the table, at the helm, at the helm of, at the top of the table, called the shots, \
         called the shots at, calling the shots, calls the shots, head up, heading up, held the gavel, \
         in charge, in charge of, in the chair, in the chair at, in the drivers seat, in the driving seat, \
         oversaw the meeting, ran point on, ran the show, ran the show at, run the show, runs the show, \
         sat in the chair, sit in the chair, take charge of, take the chair, take the lead, takes the lead, \
         taking charge of, took charge of, took the chair, took the chair at, took the lead, took the lead at, \
         under the chairmanship of, under the leadership of, under whose chairmanship, under whose lead, \
         under whose leadership, wielded the gavel",
    ),
    (
        Cue::Organise,
        "acted as host, acted as host for, acted as the host, brains behind, bring together, bringing together, \
         brought out, brought together, called together, carried out, carry out, carrying out, driving force, \
         got together, in association with, in collaboration with, in conjunction with, in tandem with, laid on, \
         people behind, person behind, play host, play host to, played host, played host to, plays host to, \
         pull together, pulled off, pulled together, put on, put out, put together, puts out, ran the, \
         the driving force behind, under the aegis of, under the auspices of, under the banner of, \
         under the umbrella of, under whose auspices",
    ),
    (
        Cue::Attend,
        "a seat at, among those present, around the table, assist at, assist the meeting, assist to the meeting, \
         assisted at, at the table, attendance list, attendance sheet, be a part of, be among those, be on hand, \
         came along, came down, came over, come along, come over, for whom, from which, full attendance, \
         get an invitation to, get an invite to, get invited to, got an invitation, got an invite, \
         grace the occasion, graced the occasion, guest list, had a rep at, had a representative at, \
         had a seat at, had anyone at, had people at, had reps at, had somebody at, had someone at, \
         have a presence at, have a rep at, have a representative at, have anybody at, have anyone at, \
         have people at, have reps at, have somebody at, have someone at, have someone in, in the room, in tow, \
         key attendees, key guests, key participants, key players, made an appearance, made it to, main players, \
         make an appearance, make an appearance at, make it to, on board, on hand, on hand at, \
         on the guest list, part of the meeting, partake in, put in an appearance, put in an appearance at, \
         roll call, sat around, sat in, sat in on, seat at the table, send a delegate, send a delegation, \
         send a man, send a person, send a rep, send a representative, send a team, send an envoy, \
         send an official, send anybody, send anyone, send delegates, send its people, send officials, \
         send people, send representatives, send reps, send somebody, send someone, send their people, \
         sending a delegate, sending a delegation, sending anyone, sending delegates, sending people, \
         sending representatives, sending reps, sending someone, sent a delegate, sent a delegation, \
         sent a person, sent a rep, sent a representative, sent a team, sent an official, sent anybody, \
         sent anyone, sent delegates, sent its people, sent officials, sent people, sent representatives, \
         sent reps, sent somebody, sent someone, sent their officials, sent their people, show up, show up at, \
         show up for, show up to, showing up, shows up, sign in sheet, sit in at, sit in on, sitting in on, \
         tag along, tagged along, turn out, turn out for, turn out to, turn up, turn up at, turn up for, \
         turn up to, turning up, turns up",
    ),
    (
        Cue::Speak,
        "address the audience, address the event, address the gathering, address the judges, \
         address the meeting, address the participants, address the workshop, addresses the meeting, \
         addressing the audience, addressing the meeting, at the podium, closing address, deliver an address, \
         delivered an address, delivered the address, gave a speech, gave a talk, gave an address, \
         gave the address, gave the talk, give a speech, give an address, given the floor, gives a speech, \
         got the floor, grabbed the mic, had a word, had something to say, had the floor, have something to say, \
         have the floor, held the floor, inaugural address, is quoted, key speaker, key speakers, \
         keynote address, main speaker, main speakers, on record as saying, on the dais, on the podium, \
         opened their mouth, opening address, quoted as saying, said a few words, said something, \
         say a few words, say anything, speak up, spoke up, take the floor, take the mic, take the podium, \
         take the stage, took the floor, took the mic, took the podium, took the rostrum, took the stage, \
         took to the podium, took to the stage, was quoted, welcome address, were quoted, \
         what were the words of",
    ),
    (
        Cue::Discuss,
        "a snapshot of, address the issue of, address the problem of, address the question of, agenda item, \
         agenda items, agenda point, agenda points, aim behind, aim to achieve, aimed to achieve, \
         aims to achieve, aired at, all about, an account of, at issue, at stake, batted around, big picture, \
         bounced around, brief account, brief description, brief recap, brief summary, bring to the table, \
         bring up, bringing up, brings to the table, brings up, brought to the table, brought to the table at, \
         brought up, came up, centered around, centered on, centred around, centred on, chat about, \
         chatted about, chewed over, compared notes on, concerns raised, dealing with, deals with, dealt with, \
         delve into, delved into, designed to achieve, designed to do, dig into, discussion point, \
         discussion points, dug into, exchange of views, exchange views on, exchanged views on, \
         expected to achieve, flag up, flagged up, focus on, focused on, full agenda, full picture, \
         full rundown, full story, full summary, go over, going over, gone over, got raised, hash over, \
         hashed over, highlights from, highlights of, homed in on, hope to achieve, hoped to achieve, \
         hopes to achieve, idea behind, in discussion, ins and outs, intend to achieve, intended to achieve, \
         issues raised, issues treated, items of business, key facts, key highlights, key issues, key messages, \
         key point, key points, key subjects, key themes, key topics, kicked around, laid on the table, \
         long and short, looked at, looked into, low down on, main highlights, main point, main points, \
         meant to accomplish, meant to achieve, meant to bring, meant to bring about, meant to change, \
         meant to deliver, meant to do, meant to improve, mulled over, nitty gritty, on the agenda at, \
         on the program, on the programme, on the table, on the table at, order of business, order of the day, \
         point of discussion, points of discussion, points raised, purpose behind, put on the table, \
         questions raised, quick recap, raised at, raised during, raised in, read out, readout of, \
         revolve around, revolved around, roundup of, seek to achieve, seeks to achieve, set out to achieve, \
         set out to do, short recap, short summary, snapshot of, sought to achieve, speak about, speaking about, \
         spoken about, spoken of, subjects treated, supposed to accomplish, supposed to achieve, \
         supposed to bring, supposed to bring about, supposed to change, supposed to deliver, supposed to do, \
         supposed to improve, swap notes, take stock of, talk about, talk over, talk points, talk through, \
         talked over, talked through, talking about, talking point, talking points, the highlights, \
         the idea behind, the long and short of, the lowdown on, the point of, the whole point of, thrashed out, \
         thrown around, took stock of, topics of discussion, topics treated, tossed around, touch on, \
         touch upon, touched on, touched upon, touches on, touches upon, touching on, try to achieve, \
         trying to achieve, under consideration, under discussion, up for discussion, views exchanged, \
         want to achieve, wants to achieve, was raised, weighed up, went over, were raised, what areas, \
         what fields, what happened, what is going on, what was going on, what went down, what went on, \
         which areas, which fields, whole story, write up, zero in on, zeroed in on",
    ),
    (
        Cue::Decide,
        "action item, action items, action point, action points, arrive at, arrived at, as a result, bear fruit, \
         became of, become of, bore fruit, bottom line, call for, call to action, called for, calling for, \
         calls for, came away with, came of, came out, came out of, came to a conclusion, came to a decision, \
         came up with, come away with, come of, come out, come out of, come to a conclusion, come to a decision, \
         come up with, coming out of, commit themselves to, commit to, committed itself to, \
         committed themselves to, committed to, committing to, end product, end result, end results, \
         end up with, ended up with, final outcome, final outcomes, final result, final word, follow on actions, \
         follow up action, follow up actions, follow up points, follow up steps, followup actions, \
         further steps, gave a commitment, get done, got done, hammer out, hammered out, hash out, hashed out, \
         iron out, ironed out, key conclusions, key decision, key decisions, key outcome, key outcomes, \
         key recommendations, key results, key takeaway, key takeaways, lead to, leading to, leads to, led to, \
         lessons learned, lessons learnt, made a commitment, made commitments, main takeaways, \
         make a commitment, make commitments, net result, next step, next steps, nxt steps, pan out, panned out, \
         path forward, play out, played out, reach a decision, reach consensus, reached a decision, \
         reached consensus, settled on, shake hands on, shake out, shook hands on, shook on, take away, \
         take away from, take aways, take home, take home message, take home messages, takes away, \
         the way ahead, thrash out, to do list, to dos, to what effect, took away from, turned out to be, \
         walk away with, walked away with, way forward, ways forward, what got done, where do things stand, \
         where do things stand on, where do we stand, where do we stand on, wind up with, with what outcome, \
         with what result, wound up with",
    ),
    (
        Cue::Latest,
        "just gone, last ever, last held, most current, most latest, most recent, most up to date, newest one",
    ),
    (Cue::Earliest, "earliest known, first ever, very earliest, very first"),
    (
        Cue::Next,
        "around the corner, coming up, coming up next, down the line, down the road, in store, \
         in the near future, in the offing, in the pipeline, in the works, lie ahead, lies ahead, next in line, \
         on the calendar, on the cards, on the horizon, planned next, the coming, this coming, up ahead, \
         what next",
    ),
    (
        Cue::StandsFor,
        "break down the acronym, full meaning, fully spelled, is meant by, letters stand for, long form, \
         long name, mean 4, meant by, refer to, referred to as, refers to, short 4, short for what, \
         short form of, shorthand for, spell out, spelled out, spells out, spelt out, stand 4, standing 4, \
         stands 4, the letters, unpack the acronym, what is meant by",
    ),
    (
        Cue::List,
        "any and all, brief overview, complete list, each and every, each and every one of, entire list, \
         every last, every single, full list, full overview, full roll, full roster, full set, general overview, \
         listing of, name a few, one and all, quick overview, round up of all, run down of, short overview, \
         the lot, timeline of, whole list",
    ),
    (
        Cue::Compare,
        "any different, as opposed to, by comparison, differ from, different from, different than, different to, \
         differs from, how different, in common, in comparison to, in comparison with, in contrast to, \
         measure up, measure up against, measured against, next to each other, one and the same, \
         pros and cons of, same or different, same thing as, set apart, sets apart, side by side, stack up, \
         stack up against, stacked up against, tell apart, the same as, vis a vis",
    ),
    (
        Cue::Order,
        "aftermath of, ahead of, came after, came before, came earlier, came first, came later, come first, \
         comes before, comes first, followed by, following on from, happened first, in the aftermath of, \
         in the lead up to, in the run up to, lead up to, leading up to, on the heels of, preceded by, prior to, \
         run up to, the run up to, took place first",
    ),
    (
        Cue::Anaphora,
        "above mentioned, mentioned above, said meeting, that one, the above, the above mentioned, \
         the aforementioned, the previous one you gave, the said, the same one, this one",
    ),
    (
        Cue::Meeting,
        "face to face, formal meeting, get together, get togethers, getting together, key event, key events, \
         key meeting, key meetings, meet up, meet ups, past activities, past event, past events, past meeting, \
         past meetings, past ones, sit down, sitting down with, that meet, the meet, this meet, \
         working meeting",
    ),
    (Cue::People, "dear guests, distinguished guests, invited guests, members of the audience, members of the public"),
    (
        Cue::Not,
        "except for, fail to, failed to, hardly anyone, left off, no one, no show, no shows, save for, \
         stay away from, stayed away from, turn down, turned away, turned down, with the exception of",
    ),
    (
        Cue::Detail,
        "any fun, any good, at what time, behind closed doors, closing time, date of birth, dress code, \
         end time, family photo, full text, go well, go wrong, group photo, how old, maiden name, \
         meeting minutes, minutes of meeting, next to, office hours, opening hours, photo op, photo ops, \
         sat next to, seated next to, seating plan, sit next to, start time, starting time, take notes, \
         took minutes, took notes, took the minutes, took the notes, went well, went wrong, what hour, \
         what time, which hour, worth it",
    ),
    (
        Cue::HowMuch,
        "how many dollars, how many million, how many millions, how many usd, how much, price tag, sum of money, \
         to the tune of, total value, what amount, what sum, what value, what was the bill, which amount, \
         which sum",
    ),
    (
        Cue::Money,
        "at whose cost, at whose expense, came up with the funds, came up with the money, cash come from, \
         chip in, chipped in, cough up, coughed up, dug into its pocket, foot the bill, footed the bill, \
         footing the bill, foots the bill, from whose pocket, funding came from, funding come from, \
         funds came from, funds come from, holds the purse strings, money came from, money come from, \
         money coming from, on whose budget, on whose dime, opened its wallet, out of whose pocket, \
         pick up the bill, pick up the tab, picked up the bill, picked up the tab, picks up the tab, pitch in, \
         pitched in, purse strings, put up the cash, put up the funds, put up the money, puts up the money, \
         source of funding, source of funds, source of money, source of the money, stump up, stumped up, \
         the money behind",
    ),
    (
        Cue::Contact,
        "cell no, cell number, contact details, contact info, contact no, contact person, contact point, \
         drop a line, drop a line to, email id, email ids, fax no, get hold of, get in touch, get in touch with, \
         getting in touch, give a ring, go to person, got hold of, hotline no, mail id, mailing address, \
         mobile no, office address, ph no, ph number, phone no, phone nos, po box, postal address, postal code, \
         ring up, speak to a human, speak to a person, speak to someone, speak with someone, street address, \
         talk to a human, talk to a person, talk to someone, talk with someone, tel no, whatsapp no, zip code",
    ),
    (
        Cue::Complete,
        "add to the list, and that is all, anybody missing, anyone missing, closed list, end of the list, \
         final list, is that all, leave anybody out, leave anyone out, leaving anyone out, left anyone out, \
         list complete, missing from the list, that is all, thats all, the only ones, the rest, the rest of, \
         was that all",
    ),
    (
        Cue::HowLong,
        "beginning to end, for how much time, from start to finish, full day, half a day, half day, how fast, \
         how lengthy, how lng, how long, how many days, how many hours, how many hrs, how many mins, \
         how many minutes, how many months, how many nights, how many seconds, how many weeks, how many wks, \
         how many years, how much time, how quick, length of time, since how long, start to finish, what length",
    ),
];

/// Phrases that say nothing about the subject.
pub(super) const FILLING: &str = "100 percent, a ballpark, a bit vague, a colleague, a donor asked, a donor is asking, a favor, a favour, \
     a good deal of, a great deal of, a hand with, a journalist asked, a journalist is asking, a k a, \
     a number of, a reporter asked, a reporter is asking, a request, a sentence, above all, after a while, \
     after all, all fine, all good, all in all, all the best, alphabetical order, also known as, am i right, \
     am i wrong, an educated guess, and all that, and so forth, and so on, and stuff, and their dates, \
     and their titles, and whatnot, another topic, any chance, any clue, any idea, any ideas, any luck, \
     any news on, any number of, any thoughts on, any truth to, any update on, any updates on, any word on, \
     apart from, are said to, as a matter of fact, as a new colleague, as a table, as bullet points, \
     as bullets, as far as, as far as i know, as far as you know, ask because, asking because, at all, \
     at any point, at any rate, at best, at first, at last, at least, at long last, at most, at once, \
     at one point, at present, at some point, at that point, at that stage, at the end of the day, \
     at the same time, at this point, at this stage, at times, at your convenience, \
     at your earliest convenience, be brief, because i, because im, because my, because we, been present, \
     before my deadline, best guess, best regards, best wishes, better known as, big deal, brief me, \
     brief me on, brief us, brief us on, briefly speaking, bring me up to speed, broadly speaking, \
     bullet point, bullet points, by and large, by any chance, by any means, by chance, by far, by now, \
     by the way, by then, call on, called for short, came about, came to be, can not find, \
     can we talk about, can you verify, cannot find, catch me up, catch me up on, change of topic, \
     changing the topic, changing topic, chronological order, come about, come again, come by, come to be, \
     come to mind, comes to mind, coming into, correct me if, could not find, could you verify, count me in, \
     count on, crop up, crops up, cross check, cut the ribbon, cut the ribbon on, dear all, dear colleague, \
     dear colleagues, dear friend, dear friends, delighted to, did not know, different topic, do me a favor, \
     do me a favour, do not know, do not remember, do the needful, do you speak english, double checking, \
     drafting a brief, drafting a report, drop by, drop in, drop me, dropped by, dropped in, each other, \
     earliest convenience, educated guess, email me, end up, ended up, ends up, escapes me, expand a bit on, \
     expand on, fact checking, fill me in, fill me in on, fill us in, final question, fine thanks, \
     first of all, first off, first question, first things first, for a brief, for a briefing, \
     for a newsletter, for a presentation, for a press release, for a report, for a sitrep, for a slide, \
     for a speech, for a story, for all i know, for an article, for definite, for example, for instance, \
     for my notes, for my presentation, for my report, for my slides, for once and all, for our newsletter, \
     for our report, for our website, for slides, for starters, for the most part, for the purposes of, \
     for the record, for the report i am writing, for the sitrep, for the website, form part of, \
     formed part of, forms part of, forward me, frankly speaking, from the side of, full detail, \
     full details, full info, full information, general idea, general info, general information, \
     generally speaking, get me up to speed, give me a hand, glad to, go ahead, go ahead with, goes ahead, \
     good morning all, got an idea, got mixed up, great deal, guess what, guide me through, had the job, \
     had the post, happen to know, happens to know, happy to, have a look, have a quick look, have an idea, \
     have any idea, having said that, held the job, held the post, hello all, hello colleagues, \
     hello friend, hey all, hi all, hi colleagues, hi friend, hit me with, how did, humble request, \
     hundred percent, i am an intern, i am fine, i am lost, i am new, i am new here, i am not sure, \
     i am referring to, i gather, i heard that, i look forward to, i lost my notes, i lost track, \
     i lost track of, i mean, i request you to, i take it, i was talking about, i would request you to, \
     if at all possible, if convenient, if i am not mistaken, if i am not wrong, if i may, if i may ask, \
     if im not mistaken, if im not wrong, if not, if possible, if you dont mind, im an intern, im fine, \
     im lost, im new, im new here, im not sure, im referring to, in a few lines, in a few words, in a line, \
     in a table, in a word, in advance, in alphabetical order, in any case, in any way, in brief, \
     in bullet points, in bullets, in case, in chronological order, in connection with, in date order, \
     in due course, in fact, in favor of, in favour of, in few words, in general, in lay terms, in light of, \
     in many ways, in one line, in order of date, in order to, in other words, in particular, \
     in plain english, in plain terms, in plain words, in point form, in reference to, in regard to, \
     in regards to, in relation to, in respect of, in short, in simple english, in simple terms, \
     in table form, in terms of, in the context of, in the course of, in the end, in the first place, \
     in the form of, in the framework of, in the loop, in the meantime, in the name of god, in the picture, \
     in the process of, in three lines, in time order, in two lines, in view of, in what capacity, \
     in what post, in what role, in which capacity, in which post, in which role, is said to, \
     is said to have, it is said, it say, it says, its said, job in it, job there, jog my memory, \
     just a guess, just in case, keep it short, kind regards, kindly state, knowledge base, known as, \
     last but not least, last question, last thing, lend a hand, let me have, let us talk about, lets say, \
     lets talk about, long story short, look forward to, looking forward to, lost my notes, lost track, \
     lost track of, mail me, make it short, many thanks, many thx, many tnx, message me, mixed up, \
     mixing up, more or less, msg me, much obliged, my boss, my colleague, my colleagues, my director, \
     my editor, my friend, my friends, my manager, my request, my supervisor, my understanding, \
     need a favor, need a favour, needless to say, never mind, new here, new joinee, new joiner, \
     new to this, new topic, next question, no big deal, no doubt, no hurry, no idea, no offence, \
     no offense, no pressure, no prob, no problem, no probs, no rush, no worries, not certain, not find, \
     not know, not mistaken, not quite sure, not recall, not remember, not see, not so sure, not sure, \
     not understand, not wrong, now what, of which, off hand, off the record, off the top of your head, \
     off topic, on a deadline, on a side note, on another note, on deadline, on earth, on the issue of, \
     on the one hand, on the other hand, on the question of, on the record, on the side of, \
     on the subject of, on the topic of, once and for all, one another, one by one, one last question, \
     one last thing, one sentence, only a guess, or anything, or not, or so, or something, or thereabouts, \
     or whatever, ordered by date, other hand, other than, our boss, our colleagues, our director, \
     our editor, our manager, our supervisor, out of date, out of which, over and done with, ping me, \
     please identify, please state, please verify, pleased to, point me, point me at, point me to, pop up, \
     pops up, preparing a brief, preparing a briefing, preparing a report, quick summary please, \
     referring to, refresh my memory, request you to, roughly speaking, rumor has it, rumour has it, \
     run me through, said to be, said to have, same question, say again, say for example, say that again, \
     second question, send me, send over, send us, sent me, shed light on, shed some light, \
     shed some light on, shoot me, short and sweet, short answer, short note, short version, side note, \
     signed off on, slipped my mind, slips my mind, so called, so far, so far as, so many thanks, so to say, \
     so to speak, so what, sort by date, sorted by, sorted by date, sources say, speaking of, \
     speaking of which, state which, state who, step by step, strictly speaking, take a look, take care, \
     take in, take into account, take me through, take place, take your time, taken place, taking place, \
     talk me through, talk soon, talking of, tell me in brief, text me, thank you in advance, thanks all, \
     thanks in advance, thanks so much, that being said, that is to say, that said, the deal with, the heck, \
     the hell, the needful, throw light on, throw some light on, thx in advance, till date, tnx in advance, \
     to be clear, to be exact, to be fair, to be honest, to be precise, to begin with, to date, \
     to my understanding, to start with, to whom it may concern, to your knowledge, took place, turned into, \
     turns into, ty in advance, under the act, under the law, under way, up to date, up to speed, \
     used to be, verify if, verify that, verify whether, walk me through, want to talk about, warm wishes, \
     was said to, was talking about, we were talking about, went ahead, went on, were talking about, \
     what i mean is, when convenient, when free, when it comes to, when possible, when ur free, \
     when you are free, when you can, when you get a chance, when you get time, when you have a moment, \
     when you have time, where applicable, where can i find, where can i get, where can i read, \
     where can i see, where could i find, where do i find, where possible, where to find, whether or not, \
     whom it may concern, with date, with dates, with reference to, with regard to, with regards to, \
     with respect to, with that said, with the date, with the dates, with their dates, with their titles, \
     without a doubt, working on a report, working on a story, write a report, write an article, \
     writing a report, writing a story, writing an article, you know what, you mean, your archive, \
     your archives, your data, your database, your docs, your documents, your dossier, \
     your earliest convenience, your files, your knowledge base, your system";

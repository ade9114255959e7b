### What the words of the closed vocabularies are called.

## Track

word-track-title = title
word-track-skill = skill

## Skill levels

word-skill-level-junior-worker = junior worker (初级工)
word-skill-level-intermediate-worker = intermediate worker (中级工)
word-skill-level-senior-worker = senior worker (高级工)
word-skill-level-technician = technician (技师)
word-skill-level-senior-technician = senior technician (高级技师)
word-skill-level-special-technician = special-grade technician (特级技师)
word-skill-level-chief-technician = chief technician (首席技师)

## Title tiers

word-title-tier-technical-staff = technical staff tier (员级)
word-title-tier-assistant = assistant tier (助理级)
word-title-tier-intermediate = intermediate tier (中级)
word-title-tier-deputy-senior = deputy senior tier (副高级)
word-title-tier-senior = full senior tier (正高级)

## Title tiers without their Chinese name, where a printed title stands beside

word-plain-tier-technical-staff = technical staff tier
word-plain-tier-assistant = assistant tier
word-plain-tier-intermediate = intermediate tier
word-plain-tier-deputy-senior = deputy senior tier
word-plain-tier-senior = full senior tier

## Titles of the engineering series, by tier

word-engineering-title-technical-staff = technical staff member (技术员)
word-engineering-title-assistant = assistant engineer (助理工程师)
word-engineering-title-intermediate = engineer (工程师)
word-engineering-title-deputy-senior = senior engineer (高级工程师)
word-engineering-title-senior = senior engineer of full senior grade (正高级工程师)

## Series

word-series-engineering = engineering
word-series-agriculture = agriculture
word-series-arts-and-crafts = arts and crafts
word-series-cultural-heritage = cultural heritage and museums
word-series-laboratory = laboratory technology
word-series-art = the arts
word-series-sports = sports
word-series-technical-school-teacher = technical-school teaching

## Review grades

word-grade-excellent = excellent (优秀)
word-grade-good = good (良好)
word-grade-pass = pass (合格)
word-grade-basic = basic pass (基本合格)
word-grade-fail = fail (不合格)
word-grade-ungraded = ungraded (不定等次)
word-grade-none = not held (未考核)

## Education

word-education-high-school = high school (高中)
word-education-secondary-vocational = secondary vocational school (中专)
word-education-junior-college = junior college (大专)
word-education-bachelor = bachelor (本科)
word-education-master = master (硕士)
word-education-doctor = doctor (博士)

## Classes of technical schools

word-school-class-intermediate-class = intermediate worker class (中级工班)
word-school-class-senior-class = senior worker class (高级工班)
word-school-class-technician-class = technician class (预备技师(技师)班)

## Employment status

word-status-in-service = in service
word-status-retired = retired
word-status-rehired = rehired after retirement
word-status-not-employed = not employed

## Kinds of employers

word-employer-kind-enterprise = enterprise
word-employer-kind-public-institution = public institution
word-employer-kind-social-organisation = social organisation
word-employer-kind-self-employed = self-employed or freelance
word-employer-kind-civil-service = government body
word-employer-kind-other = other

## Kinds of skill certificates

word-certificate-kind-qualification = vocational qualification
word-certificate-kind-level = vocational skill level
word-certificate-kind-other = other certificate

## Special posts

word-appointment-special-technician = special-grade technician (特级技师)
word-appointment-none = none

## Classes of posts

word-post-class-worker = worker’s post
word-post-class-cadre = management or technical post
word-retirement-group-men = men
word-retirement-group-women-workers = women in workers’ posts
word-retirement-group-women-cadres = women in management or technical posts

## Sex

word-sex-female = female
word-sex-male = male

## Findings against a person

word-sanction-kind-fraud = fraud

## Outcomes

word-outcome-not-governed = not governed
word-outcome-held = held already
word-outcome-eligible = eligible
word-outcome-undetermined = more facts needed
word-outcome-referred = for people to decide
word-outcome-not-yet = not yet
word-outcome-not-eligible = not eligible

## Effects

word-effect-apply-for-review = apply for title review
word-effect-direct-recognition = direct recognition
word-effect-apply-for-assessment = apply for skill assessment
word-effect-employer-appointment = appointment by the employer

## Stages

word-stage-filing = filing condition
word-stage-review = review condition

## Directions

word-direction-skill-to-title = from skill to title
word-direction-title-to-skill = from title to skill

## Truth

word-truth-yes = met
word-truth-no = not met
word-truth-unknown = unknown
word-truth-refer = for people to decide

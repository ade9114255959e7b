//! The messages that sentences use, declared with their variables, so that a sentence finds its text by number.

/// A message's id and its variables, in the order in which arguments come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared {
    /// The id; of a verdict, the part before `-yes`, `-no`, `-unknown` and `-refer`.
    pub(crate) id: &'static str,
    /// The variables.
    pub(crate) variables: &'static [&'static str],
}

macro_rules! declare {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal [$($variable:ident)*],)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum $name { $($variant,)+ }

        impl $name {
            /// All of them, each at the place of its number.
            pub(crate) const ALL: &'static [Declared] =
                &[$(Declared { id: $id, variables: &[$(stringify!($variable)),*] },)+];
        }
    };
}

declare! {
    /// Four sentences: that something holds, fails, can't be told, or is left to people.
    Verdict {
        Status = "status" [status],
        StatusAbsent = "status-absent" [],
        Employer = "employer" [kind],
        EmployerAbsent = "employer-absent" [],
        Field = "field" [field series],
        FieldNone = "field-none" [series],
        FieldAbsent = "field-absent" [series],
        PostIs = "post-is" [post],
        PostIsNot = "post-is-not" [post],
        PostAbsent = "post-absent" [post],
        Appointed = "appointed" [post],
        NotAppointed = "not-appointed" [post],
        AppointedAbsent = "appointed-absent" [post],
        Reviews = "reviews" [from to],
        ReviewOnly = "review-only" [year],
        ReviewPassed = "review-passed" [year grade],
        ReviewFailed = "review-failed" [year grade leaves],
        ReviewNone = "review-none" [year leaves],
        ReviewAbsent = "review-absent" [year],
        BarNone = "bar-none" [years],
        BarFound = "bar-found" [years found],
        BarDated = "bar-dated" [years found free],
        Skill = "skill" [certificate wanted],
        SkillNone = "skill-none" [wanted],
        Title = "title-held" [title wanted],
        TitleNone = "title-none" [wanted],
        Clock = "clock" [years from reached carrier],
        ClockOpen = "clock-open" [years from carrier],
        ClockAbsent = "clock-absent" [years carrier],
        Work = "work" [since years reached],
        WorkShort = "work-short" [since years],
        WorkOther = "work-other" [since years other],
        WorkBoth = "work-both" [since years reached other],
        NoStandard = "no-standard" [level],
        Listed = "listed" [occupation],
        Unlisted = "unlisted" [occupation],
        Unplaced = "unplaced" [occupation],
        OccupationAbsent = "occupation-absent" [],
        SameOccupation = "same-occupation" [occupation],
        Related = "related" [certificate post],
        RelatedToPost = "related-to-post" [post],
        RelatedToCertificate = "related-to-certificate" [certificate],
        RelatedAbsent = "related-absent" [],
        Specialty = "specialty" [specialty occupation],
        SpecialtyAlone = "specialty-alone" [specialty],
        SpecialtyAbsent = "specialty-absent" [],
        Honour = "honour-listed" [honour],
        HonourWorker = "honour-worker" [honour],
        HonourAbsent = "honour-absent" [],
        Judged = "judged" [],
        Left = "left" [],
        Finding = "finding" [],
    }
}

declare! {
    /// A sentence for one answer only, or a part of a sentence.
    Message {
        FrontlinePost = "frontline-post" [],
        SkilledPost = "skilled-post" [],
        Certificate = "certificate" [occupation level dated],
        CertificateUnlevelled = "certificate-unlevelled" [occupation dated],
        CertificateOccupation = "certificate-occupation" [occupation],
        CertificateDated = "certificate-dated" [date],
        LevelOrHigher = "level-or-higher" [level],
        LevelOrHigherInPost = "level-or-higher-in-post" [level],
        SkillLower = "skill-lower" [certificate level],
        SkillOtherOccupation = "skill-other-occupation" [certificate],
        SkillLater = "skill-later" [certificate as_of],
        TitleUnranked = "title-unranked" [series],
        TitleOfNoSeries = "title-of-no-series" [tier],
        TitleUnstated = "title-unstated" [],
        TitleLower = "title-lower" [title wanted],
        TitleOtherSeries = "title-other-series" [title series wanted],
        ClockPast = "clock-past-no" [years from reached carrier],
        ClockZero = "clock-zero" [carrier],
        CountYearsOne = "count-years-one" [count],
        CountYears = "count-years" [count],
        YearsOfStandard = "years-of-standard" [years],
        YearsOfUnreadStandard = "years-of-unread-standard" [],
        SinceDay = "since-day" [from carrier],
        SinceCareer = "since-career" [],
        CarrierSkill = "carrier-skill" [],
        CarrierTitle = "carrier-title" [],
        SinceUndated = "since-undated" [carrier],
        WorkPast = "work-past-no" [since years reached],
        WorkUndated = "work-undated" [years carrier],
        WorkNothingCounts = "work-nothing-counts" [years carrier],
        WorkZero = "work-zero" [],
        Honour = "honour" [name rank term],
        HonourRank = "honour-rank" [rank],
        HonourGiven = "honour-given" [date],
        HonourUntil = "honour-until" [until],
        HonourTerm = "honour-term" [date until],
        HonourExpired = "honour-expired" [honour],
        HonourLater = "honour-later" [honour as_of],
        HeldTitle = "summary-held-title" [target],
        HeldSkill = "summary-held-skill" [target],
        Eligible = "summary-eligible" [target since],
        Review = "summary-review" [target since],
        Recognition = "summary-recognition" [target since],
        Assessment = "summary-assessment" [target since],
        Appointment = "summary-appointment" [target since],
        Since = "summary-since" [earliest],
        Undetermined = "summary-undetermined" [target],
        UndeterminedOne = "summary-undetermined-one" [target count],
        UndeterminedMany = "summary-undetermined-many" [target count],
        Referred = "summary-referred" [target],
        NotYet = "summary-not-yet" [target],
        NotYetUntil = "summary-not-yet-until" [target earliest],
        NotYetAfterExpiry = "summary-not-yet-after-expiry" [target earliest],
        NotYetAfterDay = "summary-not-yet-after-day" [target earliest expires],
        NotEligible = "summary-not-eligible" [target],
        NotGoverned = "summary-not-governed" [target effective],
        NotGovernedUntil = "summary-not-governed-until" [target effective expires],
        TargetTitleNamed = "target-title-named" [tier series name],
        TargetTitleUnnamed = "target-title-unnamed" [tier series name],
        TargetSkill = "target-skill" [level],
        TargetSkillIn = "target-skill-in" [level occupation],
    }
}

namespace RuleEngine.Model.Words;

/// <summary>
/// What a provision does, in the field's own kinds (ATOP: Leeds, Ritter, Mitchell, Long 2002; DCAD: Kinne; Leeds and Anac 2005).
/// </summary>
public sealed class ProvisionKind : Word
{
    private ProvisionKind(string text, Domain? defaultDomain, bool isCooperative = false) : base(text) =>
        (DefaultDomain, IsCooperative) = (defaultDomain, isCooperative);

    /// <summary>Whether whoever benefits from it gains: trade, aid, finance, research and the like.</summary>
    internal bool IsCooperative { get; }

    /// <summary>The domain of a provision that names none; null where the format requires one to be named.</summary>
    public Domain? DefaultDomain { get; }

    // the ATOP five

    /// <summary><c>defense</c></summary>
    public static readonly ProvisionKind Defense = new("defense", Domain.Military);

    /// <summary><c>offense</c></summary>
    public static readonly ProvisionKind Offense = new("offense", Domain.Military);

    /// <summary><c>neutrality</c></summary>
    public static readonly ProvisionKind Neutrality = new("neutrality", Domain.Military);

    /// <summary><c>nonaggression</c></summary>
    public static readonly ProvisionKind Nonaggression = new("nonaggression", Domain.Military);

    /// <summary><c>consultation</c></summary>
    public static readonly ProvisionKind Consultation = new("consultation", Domain.Military);

    // pledges and aid

    /// <summary><c>assistance</c></summary>
    public static readonly ProvisionKind Assistance = new("assistance", Domain.Military);

    // third parties

    /// <summary><c>no-hostile-alignment</c></summary>
    public static readonly ProvisionKind NoHostileAlignment = new("no-hostile-alignment", Domain.Political);

    /// <summary><c>no-aid-to-adversary</c></summary>
    public static readonly ProvisionKind NoAidToAdversary = new("no-aid-to-adversary", Domain.Political);

    /// <summary><c>no-targeting</c></summary>
    public static readonly ProvisionKind NoTargeting = new("no-targeting", Domain.Political);

    /// <summary><c>third-party-limit</c></summary>
    public static readonly ProvisionKind ThirdPartyLimit = new("third-party-limit", Domain.Political);

    // norms

    /// <summary><c>un-charter</c></summary>
    public static readonly ProvisionKind UnCharter = new("un-charter", Domain.Political);

    /// <summary><c>sovereign-equality</c></summary>
    public static readonly ProvisionKind SovereignEquality = new("sovereign-equality", Domain.Political);

    /// <summary><c>territorial-integrity</c></summary>
    public static readonly ProvisionKind TerritorialIntegrity = new("territorial-integrity", Domain.Political);

    /// <summary><c>non-interference</c></summary>
    public static readonly ProvisionKind NonInterference = new("non-interference", Domain.Political);

    /// <summary><c>non-use-of-force</c></summary>
    public static readonly ProvisionKind NonUseOfForce = new("non-use-of-force", Domain.Political);

    /// <summary><c>peaceful-settlement</c></summary>
    public static readonly ProvisionKind PeacefulSettlement = new("peaceful-settlement", Domain.Political);

    /// <summary><c>core-interests</c></summary>
    public static readonly ProvisionKind CoreInterests = new("core-interests", Domain.Political);

    /// <summary><c>mutual-benefit</c></summary>
    public static readonly ProvisionKind MutualBenefit = new("mutual-benefit", Domain.Political);

    // against the norms

    /// <summary><c>sphere-of-influence</c></summary>
    public static readonly ProvisionKind SphereOfInfluence = new("sphere-of-influence", Domain.Political);

    /// <summary><c>territorial-division</c></summary>
    public static readonly ProvisionKind TerritorialDivision = new("territorial-division", Domain.Political);

    /// <summary><c>right-of-intervention</c></summary>
    public static readonly ProvisionKind RightOfIntervention = new("right-of-intervention", Domain.Political);

    /// <summary><c>charter-override</c></summary>
    public static readonly ProvisionKind CharterOverride = new("charter-override", Domain.Political);

    /// <summary><c>coercive-measures</c></summary>
    public static readonly ProvisionKind CoerciveMeasures = new("coercive-measures", Domain.Political);

    /// <summary><c>bloc-formation</c></summary>
    public static readonly ProvisionKind BlocFormation = new("bloc-formation", Domain.Political);

    /// <summary><c>subordination</c></summary>
    public static readonly ProvisionKind Subordination = new("subordination", Domain.Political);

    /// <summary><c>decoupling</c></summary>
    public static readonly ProvisionKind Decoupling = new("decoupling", Domain.Political);

    // military

    /// <summary><c>defense-policy-coordination</c></summary>
    public static readonly ProvisionKind DefensePolicyCoordination = new("defense-policy-coordination", Domain.Military);

    /// <summary><c>military-contact</c></summary>
    public static readonly ProvisionKind MilitaryContact = new("military-contact", Domain.Military);

    /// <summary><c>joint-exercise</c></summary>
    public static readonly ProvisionKind JointExercise = new("joint-exercise", Domain.Military);

    /// <summary><c>arms-procurement</c></summary>
    public static readonly ProvisionKind ArmsProcurement = new("arms-procurement", Domain.Military);

    /// <summary><c>military-aid</c></summary>
    public static readonly ProvisionKind MilitaryAid = new("military-aid", Domain.Military);

    /// <summary><c>basing</c></summary>
    public static readonly ProvisionKind Basing = new("basing", Domain.Military);

    /// <summary><c>integrated-command</c></summary>
    public static readonly ProvisionKind IntegratedCommand = new("integrated-command", Domain.Military);

    /// <summary><c>force-contribution</c></summary>
    public static readonly ProvisionKind ForceContribution = new("force-contribution", Domain.Military);

    /// <summary><c>force-subordination</c></summary>
    public static readonly ProvisionKind ForceSubordination = new("force-subordination", Domain.Military);

    /// <summary><c>peacekeeping</c></summary>
    public static readonly ProvisionKind Peacekeeping = new("peacekeeping", Domain.Military);

    /// <summary><c>classified-information</c></summary>
    public static readonly ProvisionKind ClassifiedInformation = new("classified-information", Domain.Military);

    /// <summary><c>arms-control</c></summary>
    public static readonly ProvisionKind ArmsControl = new("arms-control", Domain.Military);

    /// <summary><c>border-confidence</c></summary>
    public static readonly ProvisionKind BorderConfidence = new("border-confidence", Domain.Military);

    // digital

    /// <summary><c>cyber-incident-response</c></summary>
    public static readonly ProvisionKind CyberIncidentResponse = new("cyber-incident-response", Domain.Digital);

    /// <summary><c>cyber-norms</c></summary>
    public static readonly ProvisionKind CyberNorms = new("cyber-norms", Domain.Digital);

    /// <summary><c>data-governance</c></summary>
    public static readonly ProvisionKind DataGovernance = new("data-governance", Domain.Digital);

    // financial

    /// <summary><c>liquidity-support</c></summary>
    public static readonly ProvisionKind LiquiditySupport = new("liquidity-support", Domain.Financial, isCooperative: true);

    /// <summary><c>payment-settlement</c></summary>
    public static readonly ProvisionKind PaymentSettlement = new("payment-settlement", Domain.Financial, isCooperative: true);

    /// <summary><c>reserve-pooling</c></summary>
    public static readonly ProvisionKind ReservePooling = new("reserve-pooling", Domain.Financial, isCooperative: true);

    /// <summary><c>financial-crime</c></summary>
    public static readonly ProvisionKind FinancialCrime = new("financial-crime", Domain.Financial);

    /// <summary><c>financial-regulation</c></summary>
    public static readonly ProvisionKind FinancialRegulation = new("financial-regulation", Domain.Financial);

    /// <summary><c>development-finance</c></summary>
    public static readonly ProvisionKind DevelopmentFinance = new("development-finance", Domain.Financial, isCooperative: true);

    // economic

    /// <summary><c>trade</c></summary>
    public static readonly ProvisionKind Trade = new("trade", Domain.Economic, isCooperative: true);

    /// <summary><c>investment</c></summary>
    public static readonly ProvisionKind Investment = new("investment", Domain.Economic, isCooperative: true);

    /// <summary><c>economic-aid</c></summary>
    public static readonly ProvisionKind EconomicAid = new("economic-aid", Domain.Economic, isCooperative: true);

    // other

    /// <summary><c>law-enforcement</c></summary>
    public static readonly ProvisionKind LawEnforcement = new("law-enforcement", Domain.LawEnforcement);

    /// <summary><c>energy</c></summary>
    public static readonly ProvisionKind Energy = new("energy", Domain.Energy, isCooperative: true);

    /// <summary><c>environment</c></summary>
    public static readonly ProvisionKind Environment = new("environment", Domain.Environment, isCooperative: true);

    /// <summary><c>humanitarian</c></summary>
    public static readonly ProvisionKind Humanitarian = new("humanitarian", Domain.Humanitarian, isCooperative: true);

    // political

    /// <summary><c>dispute-resolution</c></summary>
    public static readonly ProvisionKind DisputeResolution = new("dispute-resolution", Domain.Political);

    /// <summary><c>institution-building</c></summary>
    public static readonly ProvisionKind InstitutionBuilding = new("institution-building", Domain.Political);

    // no default domain

    /// <summary><c>cooperation</c></summary>
    public static readonly ProvisionKind Cooperation = new("cooperation", null, isCooperative: true);

    /// <summary><c>technology-sharing</c></summary>
    public static readonly ProvisionKind TechnologySharing = new("technology-sharing", null, isCooperative: true);

    /// <summary><c>education-training</c></summary>
    public static readonly ProvisionKind EducationTraining = new("education-training", null, isCooperative: true);

    /// <summary><c>research-development</c></summary>
    public static readonly ProvisionKind ResearchDevelopment = new("research-development", null, isCooperative: true);

    /// <summary><c>information-exchange</c></summary>
    public static readonly ProvisionKind InformationExchange = new("information-exchange", null);

    /// <summary>Every kind, in documented order.</summary>
    public static Vocabulary<ProvisionKind> All { get; } = new(
        Defense, Offense, Neutrality, Nonaggression, Consultation, Assistance, NoHostileAlignment, NoAidToAdversary,
        NoTargeting, ThirdPartyLimit, UnCharter, SovereignEquality, TerritorialIntegrity, NonInterference,
        NonUseOfForce, PeacefulSettlement, CoreInterests, MutualBenefit, SphereOfInfluence, TerritorialDivision,
        RightOfIntervention, CharterOverride, CoerciveMeasures, BlocFormation, Subordination, Decoupling,
        DefensePolicyCoordination, MilitaryContact, JointExercise, ArmsProcurement, MilitaryAid, Basing,
        IntegratedCommand, ForceContribution, ForceSubordination, Peacekeeping, ClassifiedInformation, ArmsControl,
        BorderConfidence, CyberIncidentResponse, CyberNorms, DataGovernance, LiquiditySupport, PaymentSettlement,
        ReservePooling, FinancialCrime, FinancialRegulation, DevelopmentFinance, Trade, Investment, EconomicAid,
        LawEnforcement, Energy, Environment, Humanitarian, DisputeResolution, InstitutionBuilding, Cooperation,
        TechnologySharing, EducationTraining, ResearchDevelopment, InformationExchange);
}

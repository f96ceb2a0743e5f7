package org.taniq.assess;

/// Who says so. Findings of rules and models are derived and can be made again; those of a reviewer are
/// decisions.
public sealed interface Judge {

    /// A rule of a rule file, such as `az/threat_to_life/kill_you`.
    record Rule(String id) implements Judge {}

    /// A trained model, by name and version.
    record Model(String id) implements Judge {}

    /// A person, by the name under which the session is signed.
    record Reviewer(String id) implements Judge {}

    String id();

    /// The judge as one word for output: `rule:az/threat_to_life/kill_you`.
    default String named() {
        return switch (this) {
            case Rule rule -> "rule:" + rule.id();
            case Model model -> "model:" + model.id();
            case Reviewer reviewer -> "reviewer:" + reviewer.id();
        };
    }
}

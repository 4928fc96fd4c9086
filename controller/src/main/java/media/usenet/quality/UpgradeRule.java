package media.usenet.quality;

import media.usenet.formats.GuideProfile;

/// Whether Radarr and Sonarr would take one copy for an upgrade of another: the rule of `UpgradableSpecification`,
/// read in Radarr 1b9662d5, with propers preferred.
enum UpgradeRule {
    UPGRADE,
    WORSE_QUALITY,
    UPGRADES_NOT_ALLOWED,
    OLDER_REVISION,
    QUALITY_CUTOFF_MET,
    FORMATS_NO_BETTER,
    FORMAT_CUTOFF_MET,
    TOO_SMALL_A_STEP;

    /// What the rule looks at.
    ///
    /// @param formats the points of custom formats alone
    record Standing(int tier, int revision, int formats) {}

    static UpgradeRule judge(Standing here, Standing offer, GuideProfile profile) {
        if (offer.tier() > here.tier() && here.tier() < cutoff(profile)) {
            return UPGRADE;
        }
        if (offer.tier() < here.tier()) {
            return WORSE_QUALITY;
        }
        if (offer.revision() > here.revision()) {
            return UPGRADE;
        }
        if (!profile.upgradeAllowed()) {
            return UPGRADES_NOT_ALLOWED;
        }
        if (offer.revision() < here.revision()) {
            return OLDER_REVISION;
        }
        if (offer.tier() > here.tier()) {
            return QUALITY_CUTOFF_MET;
        }
        return formats(here.formats(), offer.formats(), profile);
    }

    /// Where nothing may be upgraded, what the profile does not allow still is.
    private static int cutoff(GuideProfile profile) {
        if (profile.upgradeAllowed()) {
            return profile.rank(profile.cutoff()).orElse(0) + 1;
        }
        return 1
                + profile.ranks().reversed().stream()
                        .takeWhile(rank -> !rank.allowed())
                        .toList()
                        .size();
    }

    private static UpgradeRule formats(int here, int offer, GuideProfile profile) {
        if (offer <= here) {
            return FORMATS_NO_BETTER;
        }
        if (here >= profile.cutoffFormatScore()) {
            return FORMAT_CUTOFF_MET;
        }
        return offer < here + profile.minUpgradeFormatScore() ? TOO_SMALL_A_STEP : UPGRADE;
    }
}

package org.consilium.aws.stack.edge;

import java.util.List;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.route53.CnameRecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.ses.DkimRecord;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.IEmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/** The domain of the application as a sender in Amazon SES, which verifies it by signatures (DKIM) in the DNS. */
public final class MailIdentity extends Construct {

    private final EmailIdentity identity;

    public MailIdentity(Construct scope, Stage stage) {
        super(scope, "Mail");
        identity = EmailIdentity.Builder.create(this, "Identity")
                .identity(Identity.domain(stage.domain()))
                .build();
    }

    /** Creates the records by which SES knows the domain. */
    public void prove(IHostedZone zone) {
        List<DkimRecord> records = identity.getDkimRecords();
        for (int number = 0; number < records.size(); number++) {
            CnameRecord.Builder.create(this, "Dkim" + number)
                    .zone(zone)
                    .recordName(records.get(number).getName() + ".")
                    .domainName(records.get(number).getValue())
                    .build();
        }
    }

    public IEmailIdentity identity() {
        return identity;
    }
}

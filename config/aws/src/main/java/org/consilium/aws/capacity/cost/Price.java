package org.consilium.aws.capacity.cost;

import java.util.Locale;

/** What AWS charges for, other than instances. */
enum Price {
    LOAD_BALANCER_HOUR,
    LOAD_BALANCER_UNIT_HOUR,
    NODE_DISK_GIGABYTE_MONTH,
    DATABASE_DISK_GIGABYTE_MONTH,
    IMAGE_GIGABYTE_MONTH,
    IMAGE_THOUSAND_PUTS,
    ARCHIVE_GIGABYTE_MONTH,
    KEEPER_HOUR,
    SIGNATURE_THOUSAND,
    CLOUDFRONT_GIGABYTE,
    INTERNET_GIGABYTE,
    ENDPOINT_HOUR,
    NAT_GATEWAY_HOUR,
    BUILD_MINUTE,
    KEY_MONTH,
    MAIL_THOUSAND,
    LOG_GIGABYTE,
    FIREWALL_MONTH,
    FIREWALL_MILLION_REQUESTS;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.consilium.consultation;

/** The part of the body, from head to foot. */
public enum BodySite {
    HEAD,
    FACE,
    EYES,
    EARS,
    MOUTH_THROAT,
    NECK,
    CHEST,
    BACK,
    ABDOMEN,
    ARM,
    HAND,
    HIP,
    LEG,
    FOOT,
    SKIN,
    WHOLE_BODY
}

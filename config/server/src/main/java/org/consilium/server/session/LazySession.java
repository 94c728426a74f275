package org.consilium.server.session;

import java.security.Principal;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Manager;
import org.apache.catalina.session.StandardSession;
import org.consilium.server.session.store.AttributeFields;
import org.jspecify.annotations.Nullable;

/**
 * A session of the container for one request: deserializes an attribute when it is first asked for, and prepares for a
 * change before it is made.
 */
@SuppressWarnings("serial") // the container's class is serializable; this one lives no longer than a request
abstract class LazySession extends StandardSession {
    private static final long serialVersionUID = 1L;

    private final transient SessionCopy copy;

    LazySession(Manager manager, AttributeCodec codec, AttributeFields fields) {
        super(manager);
        copy = new SessionCopy(new SessionAttributes(attributes, codec, fields), new SavedState(codec));
    }

    /** Called before each change: takes the lease, unless the request has it already. */
    abstract void prepareChange();

    final SessionCopy copy() {
        return copy;
    }

    @Override
    public Object getAttribute(String name) {
        copy.use().resolve(name);
        return super.getAttribute(name);
    }

    @Override
    protected Object getAttributeInternal(String name) {
        copy.use().resolve(name);
        return super.getAttributeInternal(name);
    }

    @Override
    public Map<String, Object> getAttributes() {
        copy.use().resolveAll();
        return super.getAttributes();
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        copy.attributes().resolveShared();
        return super.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (copy.lease().isCopy()
                && name != null
                && value != null
                && copy.attributes().isStored(name, value)) {
            return;
        }
        prepareChange();
        copy.use().resolve(name);
        super.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name, boolean notify, boolean checkValid) {
        if (copy.attributes().has(name)) {
            prepareChange();
            copy.use().resolve(name);
            super.removeAttribute(name, notify, checkValid);
            copy.attributes().forget(name);
        }
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        if (interval != getMaxInactiveInterval()) {
            prepareChange();
        }
        super.setMaxInactiveInterval(interval);
    }

    @Override
    public void setPrincipal(@Nullable Principal principal) {
        prepareChange();
        copy.callerChanged();
        super.setPrincipal(principal);
    }

    @Override
    public void setAuthType(@Nullable String type) {
        if (!Objects.equals(type, getAuthType())) {
            prepareChange();
            copy.callerChanged();
        }
        super.setAuthType(type);
    }

    @Override
    public void expire(boolean notify, boolean persistentRemove) {
        prepareChange();
        if (!copy.lease().isEnded()) {
            copy.attributes().resolveLast();
            super.expire(notify, persistentRemove);
        }
    }
}

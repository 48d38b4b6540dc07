using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>argo_op: rings that there are not.</summary>
internal static unsafe class ArgoOpAnswers
{
    private static ArgoPort Port => new(7);

    public static void Print(Place place)
    {
        ArgoRegisterRing registered = default;
        registered.aport = Port;
        registered.partner_id = Place.Nobody;
        registered.len = 4096;
        Gfn64 frame = place.FrameOf(0);
        Answer.Is("argo_op XEN_ARGO_OP_register_ring"u8, ArgoOp.RegisterRing(&registered, &frame, 1, ArgoRegisterFlags.FailExist));

        ArgoUnregisterRing unregistered = default;
        unregistered.aport = Port;
        unregistered.partner_id = Place.Nobody;
        Answer.Is("argo_op XEN_ARGO_OP_unregister_ring"u8, ArgoOp.UnregisterRing(&unregistered));

        ArgoSendAddr address = default;
        address.src.aport = Port;
        address.dst.aport = Port;
        address.dst.domain_id = Place.Nobody;
        ArgoIov piece = default;
        piece.iov_hnd = place.Page(0);
        piece.iov_len = 16;
        Answer.Is("argo_op XEN_ARGO_OP_sendv"u8, ArgoOp.Sendv(&address, &piece, 1, message_type: 0));
        Answer.Is("argo_op XEN_ARGO_OP_notify"u8, ArgoOp.Notify((ArgoRingData*)place.Page(0)));
    }
}
